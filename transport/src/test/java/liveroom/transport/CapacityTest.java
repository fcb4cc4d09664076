package liveroom.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import liveroom.transport.Capacity.Audience;
import org.junit.jupiter.api.Test;

class CapacityTest {
    private static final int MANY = 500;
    private static final List<Integer> LADDER = List.of(2500, 1200, 600, 200);
    private static final Audience NOBODY = new Audience(List.of(), 0, 0);

    @Test
    void roomForMore_idleMachine_isTheHostsLimitLessWhoIsIn() {
        Capacity capacity = new Capacity(20, 2, LADDER);
        watch(capacity, 30, 0.1, NOBODY);

        assertThat(capacity.roomForMore(0)).isEqualTo(20);
        assertThat(capacity.roomForMore(19)).isEqualTo(1);
        assertThat(capacity.roomForMore(20)).isZero();
    }

    @Test
    void roomForMore_machineAtItsEnd_letsInAFewAlone() {
        Capacity capacity = new Capacity(MANY, 2, LADDER);
        watch(capacity, 60, 1, NOBODY);

        assertThat(capacity.roomForMore(0)).isEqualTo(10);
        assertThat(capacity.roomForMore(9)).isEqualTo(1);
        assertThat(capacity.roomForMore(10)).isZero();
    }

    @Test
    void roomForMore_machineAtItsEndByTracks_letsInFewerOfThem() {
        Capacity capacity = new Capacity(MANY, 2, LADDER);
        watch(capacity, 60, 1, new Audience(List.of(), 3, 7500));

        assertThat(capacity.roomForMore(3)).isEqualTo(1);
    }

    @Test
    void roomForMore_mostViewersHeldDown_countsWhatTheLineCarries() {
        Capacity capacity = new Capacity(MANY, 8, LADDER);
        watch(capacity, 30, 0.1, new Audience(List.of(1, 4), 0, 6000));

        assertThat(capacity.roomForMore(5)).isEqualTo(25);
    }

    @Test
    void roomForMore_viewersHeldDownAreSentMoreThanBefore_countsWhatTheyAreSentNow() {
        Capacity capacity = new Capacity(MANY, 8, LADDER);
        watch(capacity, 30, 0.1, new Audience(List.of(1, 0, 0, 20), 0, 4000));
        watch(capacity, 30, 0.1, new Audience(List.of(1, 20), 0, 26_000));

        assertThat(capacity.roomForMore(21)).isEqualTo(130 - 21);
    }

    @Test
    void roomForMore_twoViewersOnBadLinks_doNotCloseTheRoom() {
        Capacity capacity = new Capacity(MANY, 8, LADDER);
        watch(capacity, 30, 0.1, new Audience(List.of(0, 0, 0, 0, 2), 0, 140));

        assertThat(capacity.roomForMore(2)).isEqualTo(8);
    }

    @Test
    void isRoomForTracks_machineWithRoomForManyOnTheSharedLane_endsAtAFew() {
        Capacity capacity = new Capacity(MANY, 2, LADDER);
        watch(capacity, 30, 0.5, new Audience(List.of(50), 0, 125_000));

        assertThat(capacity.roomForMore(50)).isGreaterThan(50);
        assertThat(capacity.isRoomForTracks(3)).isTrue();
        assertThat(capacity.isRoomForTracks(4)).isFalse();
    }

    @Test
    void roomForMore_oneViewerHeldDown_saysNothingOfTheLine() {
        Capacity capacity = new Capacity(100, 8, LADDER);
        watch(capacity, 30, 0.1, new Audience(List.of(4, 1), 0, 6000));

        assertThat(capacity.roomForMore(5)).isEqualTo(95);
    }

    @Test
    void roomForMore_lineFreeForAWhile_isNoLimitAnyMore() {
        Capacity capacity = new Capacity(100, 8, LADDER);
        watch(capacity, 30, 0.1, new Audience(List.of(0, 5), 0, 2000));
        watch(capacity, 61, 0.1, new Audience(List.of(5), 0, 2000));

        assertThat(capacity.roomForMore(5)).isEqualTo(95);
    }

    @Test
    void roomForMore_allSentSmallerPicturesForTheMachinesSake_saysNothingOfTheLine() {
        Capacity capacity = new Capacity(MANY, 2, LADDER);
        watch(capacity, 10, 0.9, new Audience(List.of(60), 0, 150_000));
        assertThat(capacity.highestRung()).isEqualTo(1);
        watch(capacity, 60, 0.7, new Audience(List.of(0, 60), 0, 72_000));

        assertThat(capacity.roomForMore(60)).isGreaterThan(30);
    }

    private static void watch(Capacity capacity, int seconds, double load, Audience audience) {
        for (int second = 0; second < seconds; second++) {
            capacity.observed(new MachineLoad(load, load / 2), audience);
        }
    }
}
