package liveroom.transport.shared;

import static liveroom.transport.shared.Simulation.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import liveroom.capture.media.FramePool;
import liveroom.transport.rtp.NtpTime;
import liveroom.transport.rtp.RtpPacket;
import liveroom.transport.rtp.SenderReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class BroadcastTest {
    private final Simulation simulation = new Simulation();

    @AfterEach
    void nothingIsLentAndNothingIsEncoded() {
        simulation.broadcast.end();
        assertThat(FramePool.lentByAll()).isZero();
        assertThat(simulation.program.isEncoded(0)).isFalse();
        assertThat(simulation.program.isSoundEncoded()).isFalse();
    }

    @Test
    void nobody_nothingIsEncoded() {
        simulation.run(1);
        assertThat(simulation.program.isEncoded(0)).isFalse();
        assertThat(simulation.program.isSoundEncoded()).isFalse();
    }

    @Test
    void firstViewer_onlyItsRungIsEncoded() {
        simulation.join();
        simulation.run(1);
        assertThat(simulation.program.isEncoded(0)).isTrue();
        assertThat(simulation.program.isEncoded(1)).isFalse();
        assertThat(simulation.program.keyframeRequests).isEmpty(); // it comes with the beginning
    }

    @Test
    void messages_toAllViewers_leaveInSteps_andNoneWithoutOne() {
        List<Simulation.Watching> viewers = List.of(simulation.join(), simulation.join(), simulation.join());
        simulation.run(1); // the first pictures come when a viewer does
        long before = heard(viewers);
        long[] ofAStep = new long[2];
        simulation.sending = step -> {
            long atFirst = heard(viewers);
            step.run();
            ofAStep[0] += heard(viewers) - atFirst;
            ofAStep[1]++;
        };
        simulation.run(1);

        long all = heard(viewers) - before;
        assertThat(ofAStep[0]).isEqualTo(all).isGreaterThan(3 * 130);
        assertThat(ofAStep[1]).as("steps for three viewers").isLessThanOrEqualTo(all / 3);
    }

    @Test
    void messages_theLibrarysThreadTakesNoSteps_areSentAllTheSame() {
        Simulation.Watching viewer = simulation.join();
        simulation.run(1);
        long before = viewer.link.sent;
        simulation.sending = _ -> {
            throw new IllegalStateException("no thread");
        };
        simulation.run(1);

        assertThat(viewer.link.sent - before).isGreaterThan(125); // 30 pictures and 100 of sound
    }

    private static long heard(List<Simulation.Watching> viewers) {
        return viewers.stream().mapToLong(viewer -> viewer.link.sent).sum();
    }

    @Test
    void expectedViewer_findsPicturesReady_andNothingIsEncodedIfItDoesNotCome() {
        simulation.broadcast.expect();
        simulation.run(0.5);
        Simulation.Watching viewer = simulation.join();
        simulation.run(0.05);
        assertThat(viewer.link.pictures).hasSizeGreaterThan(10);
        viewer.leave();
        simulation.broadcast.expect();
        simulation.run(4);
        assertThat(simulation.program.isEncoded(0)).isFalse();
    }

    @Test
    void expectedViewer_whereTheTopIsNotAllowed_findsTheNextRungReady() {
        simulation.broadcast.expect();
        simulation.broadcast.limit(1);
        simulation.broadcast.expect();
        simulation.run(0.5);
        assertThat(simulation.program.isEncoded(0)).isFalse();
        Simulation.Watching viewer = simulation.join();
        simulation.run(0.05);
        assertThat(viewer.rungs).containsExactly(1);
        assertThat(viewer.link.pictures).hasSizeGreaterThan(10);
    }

    @Test
    void joiner_withAFreshKeyframe_isServedFromItAtOnceWithoutARequest() {
        Simulation.Watching first = simulation.join();
        simulation.run(0.5);
        Simulation.Watching second = simulation.join();
        simulation.run(0.05);
        assertThat(second.link.pictures).hasSizeGreaterThan(10);
        assertThat(second.link.pictures.getFirst().isKeyframe()).isTrue();
        assertThat(second.link.pictures.getFirst().sequence())
                .isEqualTo(first.link.pictures.getFirst().sequence());
        assertThat(simulation.program.keyframeRequests).isEmpty();
    }

    @Test
    void joiner_withAnOldKeyframe_getsANewOneAtOnce() {
        simulation.join();
        simulation.run(1.5);
        Simulation.Watching second = simulation.join();
        simulation.run(0.1);
        assertThat(second.link.pictures).hasSizeBetween(1, 4);
        assertThat(second.link.pictures.getFirst().isKeyframe()).isTrue();
        assertThat(simulation.program.keyframeRequests).containsEntry(0, 1);
    }

    @Test
    void joiners_manyAtOnce_askForOneKeyframe() {
        simulation.join();
        simulation.run(1.5);
        for (int i = 0; i < 50; i++) {
            simulation.join();
        }
        simulation.run(0.2);
        assertThat(simulation.program.keyframeRequests).containsEntry(0, 1);
        simulation.viewers.forEach(viewer -> assertThat(viewer.link.pictures).isNotEmpty());
    }

    @Test
    void viewers_whoComeAndGo_areSentTheSameNumbersWithoutAGap() {
        Simulation.Watching first = simulation.join();
        simulation.run(1.3);
        Simulation.Watching second = simulation.join();
        simulation.run(0.7);
        first.leave();
        simulation.run(2);
        Simulation.Watching third = simulation.join();
        simulation.run(1);
        for (Simulation.Watching viewer : List.of(first, second, third)) {
            assertContinuous(viewer.link.pictures);
            assertContinuous(viewer.link.sound);
        }
        assertThat(third.link.pictures.getFirst().ssrc())
                .isEqualTo(first.link.pictures.getFirst().ssrc());
        assertThat(third.link.pictures.getLast().sequence())
                .isEqualTo(second.link.pictures.getLast().sequence());
    }

    private static void assertContinuous(List<RtpPacket> packets) {
        assertThat(packets).isNotEmpty();
        for (int i = 1; i < packets.size(); i++) {
            assertThat((packets.get(i).sequence() - packets.get(i - 1).sequence()) & 0xffff)
                    .isEqualTo(1);
        }
    }

    @Test
    void viewer_thatReadsNothing_isQueuedLittleAndTheOthersGetEveryMessage() {
        Simulation.Watching first = simulation.join();
        Simulation.Watching stalled = simulation.join();
        Simulation.Watching last = simulation.join();
        stalled.link.stalled = true;
        simulation.run(60);
        assertThat(stalled.link.mostBytes).isLessThan(300_000);
        assertThat(stalled.link.pictures).isEmpty();
        for (Simulation.Watching viewer : List.of(first, last)) {
            assertContinuous(viewer.link.pictures);
            assertContinuous(viewer.link.sound);
            assertThat(viewer.link.pictures.size()).isGreaterThan(60 * 30 - 5);
        }
    }

    @Test
    void viewer_thatWasFull_isServedFromAKeyframeWhenItReadsAgain() {
        Simulation.Watching viewer = simulation.join();
        simulation.run(3);
        viewer.link.stalled = true;
        simulation.run(2);
        viewer.link.stalled = false;
        int before = viewer.link.pictures.size();
        simulation.run(2.5);
        assertThat(behindGaps(viewer.link.pictures)).isNotEmpty().allMatch(RtpPacket::isKeyframe);
        assertThat(viewer.link.pictures.size()).isGreaterThan(before + 30);
    }

    /// The packets behind gaps.
    private static List<RtpPacket> behindGaps(List<RtpPacket> packets) {
        List<RtpPacket> behind = new ArrayList<>();
        for (int i = 1; i < packets.size(); i++) {
            if (((packets.get(i).sequence() - packets.get(i - 1).sequence()) & 0xffff) != 1) {
                behind.add(packets.get(i));
            }
        }
        return behind;
    }

    @Test
    void keyframe_wantedByAViewer_comesAndNothingComesBefore() {
        Simulation.Watching viewer = simulation.join();
        Simulation.Watching other = simulation.join();
        simulation.run(1.5);
        int before = viewer.link.pictures.size();
        int otherBefore = other.link.pictures.size();
        viewer.placed.keyframeWanted(viewer.link.pictures.getFirst().ssrc(), simulation.now);
        simulation.run(0.2);
        assertThat(viewer.link.pictures.get(before).isKeyframe()).isTrue();
        assertThat(other.link.pictures.size()).isGreaterThan(otherBefore + 4);
        assertContinuous(other.link.pictures);
        assertThat(simulation.program.keyframeRequests).containsEntry(0, 1);
    }

    @Test
    void keyframe_wantedOfAnotherStream_isIgnored() {
        Simulation.Watching viewer = simulation.join();
        simulation.run(1.5);
        viewer.placed.keyframeWanted(12345, simulation.now);
        simulation.run(0.2);
        assertThat(simulation.program.keyframeRequests).isEmpty();
    }

    @Test
    void reports_comeTwiceASecondAndMapBothStreamsToTheirCapture() {
        Simulation.Watching viewer = simulation.join();
        simulation.run(10);
        assertThat(viewer.link.reports).hasSizeBetween(36, 42);
        RtpPacket picture = viewer.link.pictures.getLast();
        RtpPacket sound = viewer.link.sound.getLast();
        assertThat(captured(viewer, picture, 90_000)).isCloseTo(said(picture), within(20_000L));
        assertThat(captured(viewer, sound, 48_000)).isCloseTo(said(sound), within(30_000L));
    }

    private static long said(RtpPacket packet) {
        return NtpTime.toUnixNanos(packet.captureNtp().orElseThrow());
    }

    private static long captured(Simulation.Watching viewer, RtpPacket packet, int clockHz) {
        SenderReport report = viewer.link.reports.stream()
                .filter(each -> each.ssrc() == packet.ssrc())
                .reduce((_, last) -> last)
                .orElseThrow();
        int ticks = packet.timestamp() - report.timestamp();
        return NtpTime.toUnixNanos(report.ntp()) + ticks * SECOND / clockHz;
    }

    @Test
    void packets_thatFindTheInboxFull_leaveAGapAndAKeyframeFollows() {
        Simulation.Watching viewer = simulation.join();
        simulation.run(1.5);
        for (int i = 0; i < 100; i++) { // the thread does not keep up
            simulation.program.picture(simulation.now + i);
        }
        simulation.run(1);
        assertThat(behindGaps(viewer.link.pictures)).isNotEmpty().allMatch(RtpPacket::isKeyframe);
    }

    @Test
    void packets_thatFindTheInboxFull_behindAKeyframe_leaveTheGapWhereTheyAreMissing() {
        Simulation.Watching viewer = simulation.join();
        simulation.run(1.5);
        long apart = SECOND / 100;
        for (int i = 0; i < 100; i++) {
            if (i == 60) {
                simulation.program.requestKeyframe(simulation.program.rungs().getFirst());
            }
            simulation.program.picture(simulation.now - (200 - i) * apart);
        }
        simulation.run(1);

        List<RtpPacket> seen = viewer.link.pictures;
        for (int i = 1; i < seen.size(); i++) {
            int ticks = seen.get(i).timestamp() - seen.get(i - 1).timestamp();
            assertThat(seen.get(i).isKeyframe() || ticks <= 3100)
                    .as("a reference of picture " + i + " is gone")
                    .isTrue();
        }
    }

    @Test
    void keyframe_thatFindsTheInboxFull_isMadeAgain() {
        Simulation.Watching viewer = simulation.join();
        simulation.run(1.5);
        viewer.placed.keyframeWanted(viewer.link.pictures.getFirst().ssrc(), simulation.now);
        for (int i = 0; i < 100; i++) {
            simulation.program.sound(simulation.now + i);
        }
        simulation.program.picture(simulation.now);
        int before = viewer.link.pictures.size();
        simulation.run(1.5);

        assertThat(viewer.link.pictures.size()).isGreaterThan(before + 5);
    }

    @Test
    void keyframe_thatFindsTheChannelFull_isMadeAgainWhenThatHasEmptied() {
        Simulation.Watching viewer = simulation.join();
        simulation.run(1.5);
        viewer.link.otherBytes = 100_000;
        viewer.placed.keyframeWanted(viewer.link.pictures.getFirst().ssrc(), simulation.now);
        simulation.run(0.2);
        viewer.link.otherBytes = 0;
        int before = viewer.link.pictures.size();
        simulation.run(1.5);

        assertThat(viewer.link.pictures.size()).isGreaterThan(before + 5);
    }

    @Test
    void keyframe_ofTheRungThatAViewerLeaves_isNotSentIntoItsFullChannel() {
        Simulation.Watching viewer = simulation.join();
        Simulation.Watching other = simulation.join();
        simulation.run(5);
        int top = viewer.link.pictures.getLast().ssrc();
        int old = viewer.link.pictures.get(viewer.link.pictures.size() - 9).sequence();
        viewer.placed.late(top, old, 700, simulation.now);
        viewer.link.otherBytes = 30_000;
        simulation.run(0.3);
        int before = viewer.link.pictures.size();
        other.placed.keyframeWanted(top, simulation.now);
        simulation.run(0.3);

        assertThat(other.link.pictures.getLast().ssrc()).isEqualTo(top);
        assertThat(viewer.link.pictures).hasSize(before);
    }

    @Test
    void keyframe_ofTheRungThatAViewerLeaves_doesNotKeepItThere() {
        Simulation.Watching viewer = simulation.join();
        simulation.run(1.51); // what it is to be sent has just been looked at
        viewer.placed.served().want(simulation.broadcast.picture(2), simulation.now);
        viewer.placed.keyframeWanted(viewer.link.pictures.getLast().ssrc(), simulation.now);
        viewer.link.otherBytes = 100_000;
        simulation.run(0.04);

        assertThat(viewer.rungs).containsExactly(0, 2);
    }

    @Test
    void viewer_whoseChannelIsGone_costsNobodyElseAPacket() {
        Simulation.Watching gone = simulation.join();
        Simulation.Watching stays = simulation.join();
        simulation.run(1);
        gone.link.broken = true;
        simulation.run(1);

        assertContinuous(stays.link.pictures);
        assertContinuous(stays.link.sound);
        assertThat(stays.link.pictures.size()).isGreaterThan(55);
        assertThat(stays.link.sound.size()).isGreaterThan(190);
    }

    @Test
    void channel_thatCloses_takesNothingAndHarmsNobody() {
        Simulation.Watching gone = simulation.join();
        Simulation.Watching stays = simulation.join();
        simulation.run(1);
        gone.link.closed = true;
        simulation.run(1);
        assertContinuous(stays.link.pictures);
        assertThat(stays.link.pictures.size()).isGreaterThan(55);
    }
}
