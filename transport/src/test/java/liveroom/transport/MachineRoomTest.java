package liveroom.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import liveroom.transport.Capacity.Audience;
import org.junit.jupiter.api.Test;

/// Two processors, and what a viewer takes of them by packets: 0.6 % of one at the top, 0.35, 0.24 and 0.16 below.
class MachineRoomTest {
    private static final List<Integer> LADDER = List.of(2500, 1200, 600, 200);
    private static final double[] COST = {0.003, 0.00175, 0.00118, 0.00079, 0.0006};
    private static final Audience NOBODY = new Audience(List.of(), 0, 0);

    private final MachineRoom machine = new MachineRoom(2, LADDER);

    @Test
    void viewers_tracks_takeFarMoreOfTheMachineThanTheSharedLane() {
        MachineRoom tracks = new MachineRoom(2, LADDER);
        watch(machine, 60, 0.5, at(0, 4));
        watch(tracks, 60, 0.5, new Audience(List.of(), 4, 0));

        assertThat(machine.viewers()).isBetween(150.0, 200.0);
        assertThat(tracks.viewers()).isBetween(5.0, 7.0);
    }

    @Test
    void viewers_shortPeakOfLoad_isForgiven() {
        watch(machine, 30, 0.3, NOBODY);
        watch(machine, 3, 1, NOBODY);

        assertThat(machine.viewers()).isGreaterThan(50);
    }

    @Test
    void machineBusyWhileItOpens_isForgottenAfterSeconds() {
        watch(machine, 30, 1, at(0, 1));
        watch(machine, 5, 0.3, at(0, 1));

        assertThat(machine.viewers()).isGreaterThan(50);
    }

    @Test
    void manyWhoComeAtOnceAndTakeTheWholeMachineForSeconds_areSentTheWholePicture() {
        watch(machine, 30, 0.3, at(0, 1));
        watch(machine, 6, 1, at(0, 32));
        watch(machine, 30, 0.5, at(0, 32));

        assertThat(machine.highestRung()).isZero();
    }

    @Test
    void viewersWhoStayAtTheTop_theLastRungButOneIsTheLowestForAll() {
        watch(machine, 60, 1, at(0, 60));

        assertThat(machine.highestRung()).isEqualTo(2);
    }

    @Test
    void viewers_systemDoesNotTellItsLoad_areManyAtTheTop() {
        watch(machine, 30, -1, at(0, 20));

        assertThat(machine.viewers()).isGreaterThan(300);
        assertThat(machine.highestRung()).isZero();
    }

    @Test
    void crowdThatCostsTwiceTheExpected_isSentSmallerPicturesAndThenStoppedBeforeTheMachineIsFull() {
        Simulation crowd = new Simulation(2);
        crowd.come(120, 4);

        assertThat(crowd.busiest).isLessThan(0.96);
        assertThat(machine.highestRung()).isEqualTo(2);
        assertThat(crowd.present).isBetween(160, 200);
        assertThat(machine.viewers() - crowd.present).isLessThan(5);
    }

    @Test
    void crowdWhoseComingTakesMuch_isNotTakenForADearOne() {
        Simulation crowd = new Simulation(1.5);
        crowd.comingTakes = 0.05;
        crowd.most = 32;
        crowd.come(40, 1);
        crowd.come(60, 0);

        assertThat(crowd.present).isEqualTo(32);
        assertThat(machine.highestRung()).isZero();
    }

    @Test
    void viewers_whatOneTakesIsLearntNow_theirLoadIsNotCountedTwice() {
        Simulation crowd = new Simulation(2);
        crowd.come(10, 0);
        crowd.come(40, 1);
        crowd.come(4, 0);

        assertThat(machine.viewers()).isBetween(200.0, 260.0);
    }

    @Test
    void crowdThatFits_isSentTheWholePicture() {
        Simulation crowd = new Simulation(1);
        crowd.most = 60;
        crowd.come(120, 4);

        assertThat(crowd.present).isEqualTo(60);
        assertThat(machine.highestRung()).isZero();
    }

    @Test
    void machineBusyWithOtherThings_makesNobodysPictureSmallerForNothing() {
        watch(machine, 60, 1, at(0, 5));

        assertThat(machine.highestRung()).isZero();
    }

    @Test
    void crowdLeaves_picturesGetLargerOneRungAtATime() {
        Simulation crowd = new Simulation(2);
        crowd.come(120, 4);
        crowd.present = 20;
        List<Integer> rungs = new ArrayList<>();
        for (int second = 0; second < 120; second++) {
            crowd.second();
            rungs.add(machine.highestRung());
        }

        assertThat(rungs.stream().distinct()).containsExactly(1, 0);
        assertThat(Collections.frequency(rungs, 1)).isGreaterThan(15);
    }

    @Test
    void crowdStays_itsPicturesKeepTheirSize() {
        Simulation crowd = new Simulation(2);
        crowd.come(120, 4);
        int before = machine.highestRung();
        for (int second = 0; second < 600; second++) {
            crowd.second();
            assertThat(machine.highestRung()).isEqualTo(before);
        }
    }

    private static Audience at(int rung, int viewers) {
        List<Integer> onRungs = new ArrayList<>(Collections.nCopies(LADDER.size() + 1, 0));
        onRungs.set(rung, viewers);
        return new Audience(onRungs, 0, 0);
    }

    /// The studio takes what is expected of its viewers, and a tenth of the machine beside that.
    private static void watch(MachineRoom machine, int seconds, double load, Audience audience) {
        double own = load < 0 ? load : 0.1 + audience.tracks() * 0.1 + audience.onRung(0) * COST[0];
        for (int second = 0; second < seconds; second++) {
            machine.observed(new MachineLoad(load, own), audience);
        }
    }

    /// Viewers whose own computer is the studio's: all in all they take half as much again as the studio for them.
    private final class Simulation {
        private final double factor;
        private int most = 500;
        private int present;
        private double busiest;
        /// For a second, of all processors.
        private double comingTakes;
        private int came;

        Simulation(double factor) {
            this.factor = factor;
        }

        /// So many knock each second.
        void come(int seconds, int each) {
            for (int second = 0; second < seconds; second++) {
                int room = (int) Math.max(0, Math.min(most, machine.viewers()) - present);
                came = Math.min(each, room);
                present += came;
                second();
                came = 0;
            }
        }

        void second() {
            int rung = machine.highestRung();
            double own = 0.25 + factor * present * COST[rung] + came * comingTakes;
            double all = Math.min(1, own + 0.5 * factor * present * COST[rung]);
            busiest = Math.max(busiest, all);
            machine.observed(new MachineLoad(all, own), at(rung, present));
        }
    }
}
