package liveroom.transport.shared;

import static liveroom.transport.shared.Simulation.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import liveroom.capture.media.FramePool;
import liveroom.transport.rtp.RtpPacket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// How viewers fare over links that are good, narrow, lossy, or change.
final class LaneSimulationTest {
    private Simulation simulation = new Simulation();

    @AfterEach
    void nothingIsLent() {
        simulation.broadcast.end();
        assertThat(FramePool.lentByAll()).isZero();
    }

    @Test
    void studio_thatIsLateItself_keepsItsViewersWhereTheyAre() {
        Simulation.Watching viewer = simulation.join().spreading();
        simulation.run(10);
        simulation.studioLateNanos = 3 * SECOND / 10;
        simulation.run(10);
        assertThat(viewer.rungs).containsExactly(0);
        assertThat(viewer.toTracks).isZero();
    }

    @Test
    void goodLink_tenMinutes_topRungAndEveryPicture() {
        Simulation.Watching viewer = simulation.join();
        viewer.link.kbps = 10_000;
        simulation.run(600);
        assertThat(viewer.rungs).containsExactly(0);
        assertThat(viewer.link.pictures.size()).isGreaterThan(600 * 30 - 10);
        assertThat(viewer.placed.figures().droppedPictures()).isZero();
        assertThat(viewer.link.lost).isZero();
    }

    @Test
    void rate_fallsAndRises_stepsDownWithoutALongFreezeAndIsBackInTime() {
        Simulation.Watching viewer = simulation.join();
        viewer.link.kbps = 6000;
        simulation.run(20);
        assertThat(viewer.rung()).isZero();

        viewer.link.kbps = 1000;
        long fell = simulation.now;
        simulation.run(20);
        assertThat(viewer.toTracks).as("rungs %s", viewer.rungs).isLessThanOrEqualTo(1); // to find out
        assertThat(viewer.rung()).isGreaterThan(0);
        assertThat(viewer.link.longestGapMs(fell + SECOND, simulation.now))
                .as("gap, with rungs %s", viewer.rungs)
                .isLessThan(500);

        viewer.link.kbps = 6000;
        simulation.run(20);
        assertThat(viewer.rung()).as("rungs %s", viewer.rungs).isZero();
        assertThat(viewer.onTracks).isFalse();
    }

    @Test
    void queue_whoseOverflowWasCounted_isBelievedTheNextTime() {
        LaneControl control = new LaneControl(simulation.broadcast.kbps(), 0);
        control.reported(SECOND, 0, 0, 0);
        control.roundTrip(50);
        assertThat(control.queues(6 * SECOND, 150, 900)).isPositive();
        control.reported(7 * SECOND, 40, 0, 2);
        assertThat(control.queues(9 * SECOND, 150, 400)).isPositive();
    }

    @Test
    void rate_fallsBelowWhatIsUnderWay_viewerTellsAndLowerRungBeginsBeforeMuchIsLost() {
        Simulation.Watching viewer = simulation.join().tellingLate();
        viewer.link.kbps = 6000;
        simulation.run(20);
        assertThat(viewer.rungs).containsExactly(0);
        assertThat(viewer.link.lost).isZero();

        viewer.link.kbps = 1000;
        long fell = simulation.now;
        simulation.run(0.8);
        assertThat(viewer.rungs).containsExactly(0, 2);
        assertThat(viewer.link.pictureNanos.getLast() - fell).isGreaterThan(SECOND / 2);
        assertThat(viewer.link.lost).isLessThan(50);
        int lost = viewer.link.lost;
        simulation.run(4);
        assertThat(viewer.link.lost).isEqualTo(lost);
        assertThat(viewer.link.longestGapMs(fell + SECOND, simulation.now)).isLessThan(200);
        assertThat(viewer.connections).isEmpty();
    }

    @Test
    void picturesLate_ofAnotherRungOrNeverSentOrNotLongUnderWay_areNoTrouble() {
        Simulation.Watching viewer = simulation.join();
        simulation.run(10);
        RtpPacket latest = viewer.link.pictures.getLast();
        viewer.placed.late(latest.ssrc() + 1, latest.sequence(), 500, simulation.now + SECOND / 2);
        viewer.placed.late(latest.ssrc(), latest.sequence() + 1, 500, simulation.now + SECOND / 2);
        viewer.placed.late(latest.ssrc(), -1, 500, simulation.now + SECOND / 2);
        viewer.placed.late(latest.ssrc(), latest.sequence(), 500, simulation.now);
        simulation.run(1);
        assertThat(viewer.rungs).containsExactly(0);
        assertThat(viewer.placed.figures().droppedPictures()).isZero();
    }

    @Test
    void limit_isKeptByAllOnGoodLinks_andLeftWhenItIsLifted() {
        Simulation.Watching before = simulation.join();
        simulation.run(20);
        simulation.broadcast.limit(1);
        long limited = simulation.now;
        simulation.run(20);
        Simulation.Watching after = simulation.join();
        simulation.run(40);
        assertThat(before.rungs).containsExactly(0, 1);
        assertThat(after.rungs).containsExactly(1);
        assertThat(simulation.program.isEncoded(0)).isFalse();
        assertThat(before.link.longestGapMs(limited, simulation.now)).isLessThan(100);

        simulation.broadcast.limit(0);
        simulation.run(10);
        assertThat(before.rungs).containsExactly(0, 1, 0);
        assertThat(after.rungs).containsExactly(1, 0);
    }

    @Test
    void limit_narrowLink_isBelowItAndComesBackToIt() {
        Simulation.Watching viewer = simulation.join();
        simulation.broadcast.limit(1);
        viewer.link.kbps = 6000;
        simulation.run(20);
        viewer.link.kbps = 500;
        simulation.run(20);
        assertThat(viewer.rung()).isGreaterThan(1);
        viewer.link.kbps = 6000;
        simulation.run(60);
        assertThat(viewer.rung()).isEqualTo(1);
        assertThat(viewer.rungs.subList(1, viewer.rungs.size())).doesNotContain(0);
    }

    /// What a queue that overflows does to SCTP: nothing passes until what was lost has been sent again, then little
    /// does, until the window has grown.
    private void overflow(Simulation.Watching viewer, double kbps) {
        viewer.link.kbps = kbps;
        simulation.run(0.3);
        viewer.link.stalled = true;
        simulation.run(0.6);
        viewer.link.stalled = false;
        for (double share : new double[] {0.15, 0.25, 0.5}) {
            viewer.link.kbps = kbps * share;
            simulation.run(0.8);
        }
        viewer.link.kbps = kbps;
    }

    @Test
    void rate_fallsAndTheQueueOverflows_picturesGoOnAsSoonAsSomethingPasses() {
        Simulation.Watching viewer = simulation.join();
        viewer.link.kbps = 6000;
        simulation.run(20);
        overflow(viewer, 1000);
        long passes = simulation.now;
        simulation.run(17);
        assertThat(viewer.rungs).doesNotContain(Simulation.SOUND_ALONE);
        assertThat(viewer.link.longestGapMs(passes, simulation.now))
                .as("gap, with rungs %s", viewer.rungs)
                .isLessThan(500);
        viewer.link.kbps = 6000;
        simulation.run(20);
        assertThat(viewer.rung()).as("rungs %s", viewer.rungs).isZero();
    }

    @Test
    void rate_staysLow_triesGrowRarerAndTheTracksAreSeldomTaken() {
        Simulation.Watching viewer = simulation.join();
        viewer.link.kbps = 1000;
        simulation.run(300);
        int early = viewer.rungs.size();
        simulation.run(600);
        assertThat(viewer.rungs.size() - early).as("rungs %s", viewer.rungs).isLessThan(60);
        assertThat(viewer.toTracks).isLessThan(8);
    }

    @Test
    void loss_twoPercentAtALongPath_tracksTakeOverWithinThreeSeconds() {
        Simulation.Watching viewer = simulation.join();
        viewer.link.kbps = 20_000;
        viewer.link.rttMs = 100;
        simulation.run(10);
        assertThat(viewer.rung()).isZero();

        viewer.link.lossPercent = 2;
        simulation.run(3);
        assertThat(viewer.onTracks).isTrue();
        assertThat(simulation.encoders.taken()).isEqualTo(1);
    }

    @Test
    void loss_thatStays_lanesDoNotFlap() {
        Simulation.Watching viewer = simulation.join();
        viewer.link.kbps = 20_000;
        viewer.link.rttMs = 100;
        viewer.link.lossPercent = 2;
        simulation.run(1800);
        assertThat(viewer.toTracks).isEqualTo(1);
        assertThat(viewer.onTracks).isTrue();
    }

    @Test
    void loss_thatComesAndGoesEveryMinute_returnsGrowRarer() {
        Simulation.Watching viewer = simulation.join();
        viewer.link.kbps = 20_000;
        viewer.link.rttMs = 100;
        for (int minute = 0; minute < 60; minute++) {
            viewer.link.lossPercent = minute % 2 == 0 ? 2 : 0;
            simulation.run(60);
        }
        assertThat(viewer.toTracks).isBetween(1, 30);
    }

    @Test
    void loss_thatEnds_sharedLaneIsBackAndClimbs() {
        Simulation.Watching viewer = simulation.join();
        viewer.link.kbps = 20_000;
        viewer.link.rttMs = 100;
        viewer.link.lossPercent = 2;
        simulation.run(30);
        assertThat(viewer.onTracks).as("rungs %s", viewer.rungs).isTrue();
        assertThat(simulation.program.isSoundEncoded()).isFalse();
        viewer.link.lossPercent = 0;
        simulation.run(90);
        assertThat(viewer.onTracks).isFalse();
        assertThat(viewer.rung()).isZero();
    }

    @Test
    void loss_withoutEncodersLeft_lowRungWithPicturesGoingOn() {
        simulation = new Simulation(0);
        Simulation.Watching viewer = simulation.join();
        viewer.link.kbps = 20_000;
        viewer.link.rttMs = 100;
        viewer.link.lossPercent = 2;
        simulation.run(30);
        long from = simulation.now;
        int before = viewer.link.pictures.size();
        simulation.run(60);
        assertThat(viewer.onTracks).isFalse();
        assertThat(viewer.rung()).isGreaterThan(0);
        assertThat(viewer.link.pictures.size() - before).isGreaterThan(60 * 24);
        assertThat(viewer.link.longestGapMs(from, simulation.now)).isLessThan(1500);
    }

    @Test
    void twentyViewers_allWithLoss_asManyOnTracksAsThereAreEncoders() {
        for (int i = 0; i < 20; i++) {
            Simulation.Watching viewer = simulation.join();
            viewer.link.kbps = 20_000;
            viewer.link.rttMs = 100;
            viewer.link.lossPercent = 2;
        }
        simulation.run(30);
        assertThat(simulation.viewers.stream().filter(each -> each.onTracks).count())
                .as(
                        "rungs %s",
                        simulation.viewers.stream().map(each -> each.rungs).toList())
                .isEqualTo(4);
        assertThat(simulation.encoders.taken()).isEqualTo(4);
    }

    @Test
    void linkTooNarrowForAnyPicture_soundAloneGoesOn_andPicturesComeBack() {
        simulation = new Simulation(0);
        Simulation.Watching viewer = simulation.join();
        viewer.link.kbps = 6000;
        simulation.run(10);
        viewer.link.kbps = 190;
        simulation.run(40);
        assertThat(viewer.rungs).contains(Simulation.SOUND_ALONE);
        int before = viewer.link.sound.size();
        simulation.run(60);
        assertThat(viewer.link.sound.size() - before).isGreaterThan(60 * 90);
        viewer.link.kbps = 6000;
        simulation.run(60);
        assertThat(viewer.rung()).as("rungs %s", viewer.rungs).isLessThan(2);
        assertThat(viewer.placed.figures().rung()).isPresent();
    }

    @Test
    void soundAlone_ofWhoHasFurtherConnections_aPictureIsTriedAgainAfterTwoSeconds() {
        LaneControl control = new LaneControl(simulation.broadcast.kbps(), 0);
        control.reported(3 * SECOND, 0, 0, 5);
        control.connected(4 * SECOND, 4);
        control.channelFull(10 * SECOND, 300);
        control.channelFull(12 * SECOND, 0);
        assertThat(control.isSoundAlone()).isFalse();
        control.channelFull(13 * SECOND, 0);
        assertThat(control.isSoundAlone()).isTrue();
        control.decide(14 * SECOND, LaneControl.Encoders.SPENT);
        assertThat(control.isSoundAlone()).isTrue();
        control.decide(15 * SECOND, LaneControl.Encoders.SPENT);
        assertThat(control.isSoundAlone()).isFalse();
    }

    @Test
    void fullLink_thatDelaysByMuch_isNotTakenForOneThatLoses() {
        LaneControl control = new LaneControl(simulation.broadcast.kbps(), 0);
        for (int second = 0; second < 10; second++) {
            control.roundTrip(50);
        }
        control.channelFull(10 * SECOND, 900);
        control.reported(11 * SECOND, 440, 0, -1);
        control.keyframeWanted(12 * SECOND);
        control.keyframeWanted(13 * SECOND);
        assertThat(control.wantsTracks(13 * SECOND)).isFalse();
    }

    @Test
    void rungThatIsTooMuch_whereNothingIsOvertaken_isNotTakenForLoss() {
        LaneControl control = new LaneControl(simulation.broadcast.kbps(), 0);
        control.channelFull(2 * SECOND, 900);
        assertThat(control.rung()).isEqualTo(2);
        for (int second = 3; second < 20; second++) {
            control.roundTrip(50);
            control.reported(second * SECOND, 10, 0, 0);
            control.decide(second * SECOND, LaneControl.Encoders.SPENT);
            if (control.rung() == 1) {
                control.channelFull(second * SECOND + 1, 900);
                break;
            }
        }
        assertThat(control.rung()).isEqualTo(2);
        assertThat(control.connections()).isEqualTo(1);
        assertThat(control.wantsTracks(20 * SECOND)).isFalse();
    }

    @Test
    void keyframe_askedForWhileOneIsUnderWay_isNoTrouble() {
        Simulation.Watching viewer = simulation.join();
        simulation.run(10);
        int ssrc = viewer.link.pictures.getLast().ssrc();
        viewer.placed.keyframeWanted(ssrc, simulation.now);
        int asked = viewer.link.pictures.size();
        while (viewer.link.pictures.size() == asked) {
            simulation.run(0.01);
        }
        viewer.placed.keyframeWanted(ssrc, simulation.now);
        simulation.run(1);
        assertThat(viewer.rungs).containsExactly(0);
        assertThat(viewer.link.longestGapMs(simulation.now - SECOND, simulation.now))
                .isLessThan(100);
    }

    @Test
    void farLink_ofWhoKnowsParts_picturesComeInMessagesThatLeaveAtOnce() {
        Simulation.Watching knowing = simulation.join().spreading();
        Simulation.Watching plain = simulation.join();
        simulation.run(10);
        int pictures = knowing.link.pictures.size();
        assertThat(plain.link.pictures).hasSize(pictures);
        assertThat(knowing.link.sent - plain.link.sent).isGreaterThan(pictures);
        assertThat(knowing.link.arrivals.parities).isZero();
    }

    @Test
    void fourGoodViewers_besideATerribleOne_missNothing() {
        for (int i = 0; i < 4; i++) {
            simulation.join().link.kbps = 10_000;
        }
        Simulation.Watching terrible = simulation.join();
        terrible.link.kbps = 300;
        terrible.link.rttMs = 300;
        simulation.run(60);
        for (Simulation.Watching good : simulation.viewers.subList(0, 4)) {
            assertThat(good.rungs).containsExactly(0);
            assertThat(good.link.pictures.size()).isGreaterThan(60 * 30 - 10);
            assertThat(good.link.sound.size()).isGreaterThan(60 * 100 - 10);
            assertThat(good.placed.figures().droppedPictures()).isZero();
        }
    }

    @Test
    void reports_ofNonsense_harmTheirViewerOnly() {
        Simulation.Watching good = simulation.join();
        Simulation.Watching liar = simulation.join();
        liar.reports = false;
        for (int i = 0; i < 300; i++) {
            liar.placed.reported(new Delivery(i % 3 == 0 ? 60_000 : 0, i % 100, List.of()), simulation.now);
            liar.placed.keyframeWanted(i, simulation.now);
            simulation.run(0.1);
        }
        assertThat(good.rungs).containsExactly(0);
        assertThat(good.placed.figures().droppedPictures()).isZero();
        assertThat(liar.onTracks || liar.rung() > 0).isTrue();
    }
}
