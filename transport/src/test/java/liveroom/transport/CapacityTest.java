package liveroom.transport;

import static org.assertj.core.api.Assertions.assertThat;

import liveroom.transport.Capacity.Audience;
import org.junit.jupiter.api.Test;

class CapacityTest {
    private static final int MANY = 500;
    private static final Audience NOBODY = new Audience(0, 0, 0, 0);

    @Test
    void roomForMore_idleMachine_isTheHostsLimitLessWhoIsIn() {
        Capacity capacity = new Capacity(20, 2, 200);
        watch(capacity, 30, 0.1, NOBODY);

        assertThat(capacity.roomForMore(0)).isEqualTo(20);
        assertThat(capacity.roomForMore(19)).isEqualTo(1);
        assertThat(capacity.roomForMore(20)).isZero();
    }

    @Test
    void roomForMore_tracks_takeFarMoreOfTheMachineThanTheSharedLane() {
        Capacity shared = new Capacity(MANY, 2, 200);
        Capacity tracks = new Capacity(MANY, 2, 200);
        watch(shared, 60, 0.5, new Audience(4, 0, 0, 10_000));
        watch(tracks, 60, 0.5, new Audience(0, 4, 0, 10_000));

        assertThat(shared.roomForMore(4)).isBetween(100, 200);
        assertThat(tracks.roomForMore(4)).isBetween(3, 5);
    }

    @Test
    void roomForMore_machineAtItsEnd_letsInAFewAlone() {
        Capacity capacity = new Capacity(MANY, 2, 200);
        watch(capacity, 60, 1, NOBODY);

        assertThat(capacity.roomForMore(0)).isEqualTo(4);
        assertThat(capacity.roomForMore(3)).isEqualTo(1);
        assertThat(capacity.roomForMore(4)).isZero();
    }

    @Test
    void roomForMore_shortPeakOfLoad_isForgiven() {
        Capacity capacity = new Capacity(20, 2, 200);
        watch(capacity, 30, 0.3, NOBODY);
        watch(capacity, 3, 1, NOBODY);

        assertThat(capacity.roomForMore(3)).isEqualTo(17);
    }

    @Test
    void roomForMore_mostViewersHeldDown_countsWhatTheLineCarries() {
        Capacity capacity = new Capacity(MANY, 8, 200);
        watch(capacity, 10, 0.1, new Audience(5, 0, 4, 6000));

        assertThat(capacity.roomForMore(5)).isEqualTo(25);
    }

    @Test
    void roomForMore_oneViewerHeldDown_saysNothingOfTheLine() {
        Capacity capacity = new Capacity(100, 8, 200);
        watch(capacity, 10, 0.1, new Audience(5, 0, 1, 6000));

        assertThat(capacity.roomForMore(5)).isEqualTo(95);
    }

    @Test
    void roomForMore_lineFreeForAWhile_isNoLimitAnyMore() {
        Capacity capacity = new Capacity(100, 8, 200);
        watch(capacity, 10, 0.1, new Audience(5, 0, 5, 2000));
        watch(capacity, 61, 0.1, new Audience(5, 0, 0, 2000));

        assertThat(capacity.roomForMore(5)).isEqualTo(95);
    }

    @Test
    void roomForMore_systemDoesNotTellItsLoad_isNotTakenForFull() {
        Capacity capacity = new Capacity(20, 2, 200);
        watch(capacity, 30, -1, NOBODY);

        assertThat(capacity.roomForMore(0)).isEqualTo(20);
    }

    @Test
    void roomForMore_manyComeAtOnceAndCostTwiceWhatIsExpected_areStoppedBeforeTheMachineIsFull() {
        Capacity capacity = new Capacity(MANY, 2, 200);
        int present = 0;
        double busiest = 0;
        for (int second = 0; second < 120; second++) {
            present += Math.min(4, capacity.roomForMore(present));
            double own = 0.3 + present * 2 * 0.006 / 2;
            double all = own + present * 0.004;
            busiest = Math.max(busiest, all);
            capacity.observed(new MachineLoad(all, own), new Audience(present, 0, 0, 2500.0 * present));
        }

        assertThat(busiest).isBetween(0.85, 0.95);
        assertThat(present).isBetween(55, 65);
        assertThat(capacity.roomForMore(present)).isLessThan(3);
    }

    @Test
    void roomForMore_twoThirdsLeave_growsAtOnce() {
        Capacity capacity = new Capacity(MANY, 2, 200);
        watch(capacity, 60, 0.85, new Audience(90, 0, 0, 225_000));
        watch(capacity, 1, 0.65, new Audience(30, 0, 0, 75_000));

        assertThat(capacity.roomForMore(30)).isBetween(70, 90);
    }

    /// The studio takes what is expected of its viewers, and a tenth of the machine beside that.
    private static void watch(Capacity capacity, int seconds, double load, Audience audience) {
        double own = load < 0 ? load : 0.1 + (audience.shared() * 0.6 + audience.tracks() * 20) / 200;
        for (int second = 0; second < seconds; second++) {
            capacity.observed(new MachineLoad(load, own), audience);
        }
    }
}
