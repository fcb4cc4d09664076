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
