package liveroom.transport.shared;

import static liveroom.transport.shared.Simulation.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import liveroom.capture.media.FramePool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// How viewers fare who can have further connections, over links that lose packets, message by message.
final class StripingSimulationTest {
    private final Simulation simulation = new Simulation();

    @AfterEach
    void nothingIsLent() {
        simulation.broadcast.end();
        assertThat(FramePool.lentByAll()).isZero();
    }

    private Simulation.Watching join(double rttMs) {
        Simulation.Watching viewer = simulation.join().spreading();
        viewer.link.kbps = 20_000;
        viewer.link.rttMs = rttMs;
        return viewer;
    }

    /// How late pictures came from one time on, p95.
    private static double lateMs(Simulation.Watching viewer, long fromNanos) {
        List<Long> at = viewer.link.pictureNanos;
        double[] ages = IntStream.range(0, viewer.link.pictures.size())
                .filter(i -> at.get(i) > fromNanos)
                .mapToDouble(i -> (at.get(i) - Simulation.captured(viewer.link.pictures.get(i))) / 1e6)
                .sorted()
                .toArray();
        return ages[ages.length * 95 / 100];
    }

    private static int missing(Simulation.Watching viewer, int from) {
        List<Integer> numbers = new ArrayList<>(viewer.link.pictures.subList(from, viewer.link.pictures.size()).stream()
                .map(packet -> packet.sequence())
                .distinct()
                .sorted()
                .toList());
        return numbers.getLast() - numbers.getFirst() + 1 - numbers.size();
    }

    @Test
    void goodLink_tenMinutes_oneConnection() {
        Simulation.Watching viewer = join(50);
        simulation.run(600);
        assertThat(viewer.connections).isEmpty();
        assertThat(viewer.link.arrivals.parities).isZero();
        assertThat(viewer.placed.figures().connections()).isEqualTo(1);
    }

    @Test
    void loss_onePercent_isSpreadAtTheTopRungAndPicturesAreNotLate() {
        Simulation.Watching viewer = join(50);
        simulation.run(10);
        viewer.link.lossPercent = 1;
        simulation.run(15);
        long from = simulation.now;
        int before = viewer.link.pictures.size();
        simulation.run(60);
        assertThat(viewer.connections).containsExactly(Striping.MOST_CONNECTIONS);
        assertThat(viewer.placed.figures().connections()).isEqualTo(Striping.MOST_CONNECTIONS);
        assertThat(viewer.toTracks).isZero();
        assertThat(viewer.rung()).as("rungs %s", viewer.rungs).isZero();
        assertThat(viewer.link.pictures.size() - before).isGreaterThan(60 * 29);
        assertThat(lateMs(viewer, from)).isLessThan(Simulation.PICTURE_LAG_MS + 30);
    }

    @Test
    void loss_twoPercentAtALongPath_staysOnThisLaneWithPicturesInTime() {
        Simulation.Watching viewer = join(100);
        simulation.run(10);
        viewer.link.lossPercent = 2;
        simulation.run(3);
        long from = simulation.now;
        int before = viewer.link.pictures.size();
        simulation.run(30);
        assertThat(viewer.toTracks).as("rungs %s", viewer.rungs).isZero();
        assertThat(viewer.link.pictures.size() - before)
                .as("rungs %s", viewer.rungs)
                .isGreaterThan(30 * 28);
        assertThat(lateMs(viewer, from)).as("rungs %s", viewer.rungs).isLessThan(Simulation.PICTURE_LAG_MS + 100);
    }

    @Test
    void loss_twoPercentAtALongPath_noRungIsTriedThatTheWindowsDoNotCarryWithEase() {
        Simulation.Watching viewer = join(100);
        simulation.run(10);
        viewer.link.lossPercent = 2;
        simulation.run(20);
        int rungs = viewer.rungs.size();
        simulation.run(300);
        assertThat(viewer.rungs.subList(rungs, viewer.rungs.size())).doesNotContain(0);
        viewer.link.lossPercent = 0.1;
        simulation.run(60);
        assertThat(viewer.rung()).isZero();
    }

    @Test
    void connection_thatFails_isNotMissed() {
        Simulation.Watching viewer = join(50);
        viewer.link.lossPercent = 0.5;
        simulation.run(20);
        assertThat(viewer.placed.figures().connections()).isEqualTo(4);
        viewer.link.lossPercent = 0;
        simulation.run(2);
        int before = viewer.link.pictures.size();
        viewer.fail(viewer.stripes.getFirst());
        simulation.run(10);
        assertThat(viewer.placed.figures().connections()).isEqualTo(3);
        assertThat(missing(viewer, before)).isZero();
        assertThat(viewer.connections).containsExactly(4);
    }

    @Test
    void connection_thatStalls_isNotMissed() {
        Simulation.Watching viewer = join(50);
        viewer.link.lossPercent = 0.5;
        simulation.run(20);
        viewer.link.lossPercent = 0;
        simulation.run(2);
        int before = viewer.link.pictures.size();
        viewer.stripes.getLast().stalled = true;
        simulation.run(10);
        assertThat(missing(viewer, before)).isZero();
        assertThat(viewer.stripes.getLast().mostBytes).isLessThan(200_000);
        assertThat(viewer.rung()).isZero();
    }

    @Test
    void connections_allFail_oneGoesOn() {
        Simulation.Watching viewer = join(50);
        viewer.link.lossPercent = 0.5;
        simulation.run(20);
        new ArrayList<>(viewer.stripes).forEach(viewer::fail);
        viewer.link.lossPercent = 0;
        int before = viewer.link.pictures.size();
        simulation.run(10);
        assertThat(viewer.placed.figures().connections()).isEqualTo(1);
        assertThat(viewer.link.pictures.size() - before).isGreaterThan(290);
    }

    @Test
    void loss_thatEnds_goesBackToOneConnectionAfterAMinuteWithoutAGap() {
        Simulation.Watching viewer = join(50);
        viewer.link.lossPercent = 1;
        simulation.run(20);
        viewer.link.lossPercent = 0;
        simulation.run(40);
        assertThat(viewer.placed.figures().connections()).isEqualTo(4);
        int before = viewer.link.pictures.size();
        simulation.run(40);
        assertThat(viewer.connections).containsExactly(4, 1);
        assertThat(viewer.placed.figures().connections()).isEqualTo(1);
        assertThat(missing(viewer, before)).isZero();
    }

    @Test
    void loss_thatComesAndGoes_connectionsDoNotFlap() {
        Simulation.Watching viewer = join(50);
        for (int minute = 0; minute < 60; minute++) {
            viewer.link.lossPercent = minute % 2 == 0 ? 1 : 0;
            simulation.run(60);
        }
        assertThat(viewer.connections.size()).isLessThan(12);
        assertThat(viewer.toTracks).isZero();
    }

    @Test
    void narrowLink_connectionsThatCarryNoMore_areGivenUp() {
        Simulation.Watching viewer = join(50);
        simulation.run(10);
        viewer.link.kbps = 1000;
        for (int second = 0; second < 120; second++) {
            viewer.link.overtaken += 5; // what a full link drops
            simulation.run(1);
        }
        assertThat(viewer.connections.size()).as("%s", viewer.connections).isLessThan(8);
        assertThat(viewer.connections).contains(1);
        assertThat(viewer.rung()).isGreaterThan(0);
    }

    @Test
    void connections_overWhichNothingIsLostAndAllIsLate_areGivenUp() {
        LaneControl control = new LaneControl(simulation.broadcast.kbps(), 0);
        control.reported(3 * SECOND, 0, 0, 5);
        control.connected(4 * SECOND, 4);
        control.reported(6 * SECOND, 100, 0, 0);
        assertThat(control.connections()).isEqualTo(4);
        control.reported(7 * SECOND, 100, 0, 0);
        assertThat(control.connections()).isEqualTo(1);
        assertThat(control.rung()).isEqualTo(1);
    }

    @Test
    void connections_overWhichMuchIsLostAndAllIsLate_stay() {
        LaneControl control = new LaneControl(simulation.broadcast.kbps(), 0);
        control.reported(3 * SECOND, 0, 0, 5);
        control.connected(4 * SECOND, 4);
        for (int second = 5; second < 10; second++) {
            control.reported(second * SECOND, 100, 0, 1);
        }
        assertThat(control.connections()).isEqualTo(4);
    }

    @Test
    void rate_fallsAndRises_connectionsDoNotHinderTheWayBack() {
        Simulation.Watching viewer = join(50);
        viewer.link.kbps = 6000;
        simulation.run(20);
        viewer.link.kbps = 1000;
        long fell = simulation.now;
        for (int second = 0; second < 20; second++) {
            viewer.link.overtaken += second < 3 ? 3 : 0; // what the full link drops
            simulation.run(1);
        }
        assertThat(viewer.link.longestGapMs(fell + SECOND, simulation.now))
                .as("gap, with rungs %s", viewer.rungs)
                .isLessThan(500);
        viewer.link.kbps = 6000;
        simulation.run(20);
        assertThat(viewer.rung()).as("rungs %s", viewer.rungs).isZero();
        assertThat(viewer.onTracks).isFalse();
    }

    @Test
    void viewer_thatDoesNotOpenThem_isAskedSeldomAndHasItsTracks() {
        Simulation.Watching viewer = join(100);
        viewer.refuses = true;
        simulation.run(10);
        viewer.link.lossPercent = 2;
        simulation.run(6);
        assertThat(viewer.onTracks).isTrue();
        assertThat(viewer.connections).containsExactly(4, 1);
        simulation.run(54);
        assertThat(viewer.connections).containsExactly(4, 1);
    }

    @Test
    void viewer_thatLiesAboutLoss_harmsNobodyElse() {
        Simulation.Watching good = join(50);
        Simulation.Watching liar = join(50);
        for (int second = 0; second < 60; second++) {
            liar.link.overtaken = 1_000_000;
            simulation.run(1);
        }
        assertThat(liar.stripes).hasSize(3);
        assertThat(good.rungs).containsExactly(0);
        assertThat(good.connections).isEmpty();
        assertThat(good.placed.figures().droppedPictures()).isZero();
        assertThat(good.link.longestGapMs(simulation.now - 50 * SECOND, simulation.now))
                .isLessThan(60);
    }
}
