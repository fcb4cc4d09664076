package liveroom.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.onvoid.webrtc.RTCDataChannelBuffer;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import liveroom.capture.media.FramePool;
import liveroom.encoder.EncoderStatus;
import liveroom.transport.rtp.NtpTime;
import liveroom.transport.rtp.RtpPacket;
import liveroom.transport.rtp.SenderReport;
import liveroom.transport.shared.TrackEncoders;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;

/// The shared lane from a room to real peer connections.
final class SharedLaneTest {
    private static final int ENOUGH_PICTURES = 60;
    private SharedRoom test;

    @BeforeEach
    void open() throws Exception {
        test = new SharedRoom();
    }

    @AfterEach
    void close() {
        test.close();
    }

    @AfterAll
    static void nothingIsLent() {
        assertThat(FramePool.lentByAll()).isZero();
    }

    private static void awaitMedia(FakeViewer viewer) {
        Await.until("pictures", () -> viewer.media.pictures.size() >= ENOUGH_PICTURES);
        Await.until("sound", () -> viewer.media.sound.size() >= 3 * ENOUGH_PICTURES);
        Await.until("sender reports", () -> viewer.media.reports.size() >= 4);
    }

    @Test
    @Execution(CONCURRENT)
    void viewer_withMedia_receivesWholeAccessUnitsFromAKeyframeOn() throws Exception {
        try (FakeViewer viewer = test.join()) {
            awaitMedia(viewer);

            List<RtpPacket> pictures = viewer.media.pictures;
            assertThat(viewer.media.odd).isEmpty();
            assertThat(pictures.getFirst().isKeyframe()).isTrue();
            assertThat(nalTypes(pictures.getFirst().payload())).contains(7, 8, 5);
            for (int i = 1; i < ENOUGH_PICTURES; i++) {
                RtpPacket packet = pictures.get(i);
                RtpPacket before = pictures.get(i - 1);
                assertThat(packet.marker()).isTrue();
                assertThat(packet.ssrc()).isEqualTo(before.ssrc());
                assertThat((packet.sequence() - before.sequence()) & 0xffff).isEqualTo(1);
                // A busy machine leaves pictures out, but moves none.
                int passed = packet.timestamp() - before.timestamp();
                assertThat(passed).isPositive();
                assertThat(Math.abs(passed - 3000 * Math.round(passed / 3000.0)))
                        .isLessThanOrEqualTo(10);
                assertThat(packet.captureNtp()).isPresent();
                assertThat(nalTypes(packet.payload())).containsAnyOf(1, 5);
            }
        }
    }

    @Test
    @Execution(CONCURRENT)
    void viewer_withMedia_receivesSoundWithoutAGapAndReportsOfBoth() throws Exception {
        try (FakeViewer viewer = test.join()) {
            awaitMedia(viewer);

            List<RtpPacket> sound = viewer.media.sound;
            for (int i = 1; i < ENOUGH_PICTURES; i++) {
                assertThat(sound.get(i).payloadType()).isEqualTo(111);
                assertThat((sound.get(i).sequence() - sound.get(i - 1).sequence()) & 0xffff)
                        .isEqualTo(1);
                assertThat(sound.get(i).timestamp() - sound.get(i - 1).timestamp())
                        .isEqualTo(480);
            }
            assertThat(viewer.media.reports.stream().map(SenderReport::ssrc).distinct())
                    .containsExactlyInAnyOrder(
                            sound.getFirst().ssrc(),
                            viewer.media.pictures.getFirst().ssrc());
        }
    }

    /// The program of this test captures when it composes, so both ways to a capture time must agree.
    @Test
    @Execution(CONCURRENT)
    void senderReports_mapTimestampsToWhenTheyWereCaptured() throws Exception {
        try (FakeViewer viewer = test.join()) {
            awaitMedia(viewer);

            RtpPacket picture = viewer.media.pictures.getLast();
            RtpPacket sound = viewer.media.sound.getLast();
            assertThat(captured(viewer, picture, 90_000)).isCloseTo(said(picture), within(2_000_000L));
            assertThat(captured(viewer, sound, 48_000)).isCloseTo(said(sound), within(2_000_000L));
            Instant now = Instant.now();
            assertThat(said(picture))
                    .isCloseTo(now.getEpochSecond() * 1_000_000_000L + now.getNano(), within(10_000_000_000L));
        }
    }

    private static long said(RtpPacket packet) {
        return NtpTime.toUnixNanos(packet.captureNtp().orElseThrow());
    }

    private static long captured(FakeViewer viewer, RtpPacket packet, int clockHz) {
        SenderReport report = viewer.media.reports.stream()
                .filter(each -> each.ssrc() == packet.ssrc())
                .reduce((_, last) -> last)
                .orElseThrow();
        int ticks = packet.timestamp() - report.timestamp();
        return NtpTime.toUnixNanos(report.ntp()) + ticks * 1_000_000_000L / clockHz;
    }

    @Test
    @Execution(CONCURRENT)
    void tracks_ofAViewerWithMedia_sleep() throws Exception {
        try (FakeViewer viewer = test.join()) {
            awaitMedia(viewer);
            assertThat(viewer.control.first("lane").path("lane").asString()).isEqualTo("shared");
            assertThat(viewer.control.first("lane").path("kbps").asInt()).isEqualTo(SharedRoom.KBPS);
            int before = viewer.pictures.get();
            int enough = viewer.media.pictures.size() + ENOUGH_PICTURES;
            Await.until("more pictures", () -> viewer.media.pictures.size() >= enough);
            assertThat(viewer.pictures.get() - before).isLessThan(5);
            assertThat(test.onlyViewer().lane()).isEqualTo(Lane.SHARED);
        }
    }

    @Test
    @Execution(CONCURRENT)
    void viewer_withoutMediaInARoomWithASharedLane_isServedByTracks() throws Exception {
        try (FakeViewer viewer = new FakeViewer()) {
            viewer.join(test.whep);
            viewer.awaitPictures();
            assertThat(test.onlyViewer().lane()).isEqualTo(Lane.TRACK);
            assertThat(viewer.control.all("lane")).isEmpty();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void viewer_thatAnnouncesTheSharedLaneWhereNoEncoderIsLeft_isToldAndNeverWakesItsTracks() throws Exception {
        try (SharedRoom spent = new SharedRoom(new TrackEncoders(0));
                FakeViewer viewer = new FakeViewer(FakeViewer.Media.OPENED)) {
            viewer.join(spent.whep.announcing("shared"));
            assertThat(viewer.tracks).isEqualTo("asleep");
            awaitMedia(viewer);
            assertThat(viewer.pictures.get()).isZero();
            assertThat(viewer.received("video", "packetsReceived")).isZero();
            assertThat(viewer.received("audio", "packetsReceived")).isZero();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void viewer_thatAnnouncesTheSharedLane_isServedByItsTracksUntilThen() throws Exception {
        try (FakeViewer viewer = new FakeViewer(FakeViewer.Media.OPENED)) {
            viewer.join(test.whep.announcing("shared"));
            assertThat(viewer.tracks).isEqualTo("awake");
            viewer.awaitPictures();
            awaitMedia(viewer);
            Await.until("the shared lane", () -> test.onlyViewer().lane() == Lane.SHARED);
        }
    }

    @Test
    @Execution(CONCURRENT)
    void viewer_thatAnnouncesTheSharedLaneAndDoesNotOpenIt_isServedByTracks() throws Exception {
        try (FakeViewer viewer = new FakeViewer()) {
            viewer.join(test.whep.announcing("shared"));
            viewer.awaitPictures();
            assertThat(test.onlyViewer().lane()).isEqualTo(Lane.TRACK);
        }
    }

    @Test
    @Execution(CONCURRENT)
    void viewer_thatWishesForTracks_getsThemAndNothingMoreOnMedia() throws Exception {
        try (FakeViewer viewer = test.join()) {
            awaitMedia(viewer);
            viewer.control.send("{\"v\":1,\"type\":\"wish\",\"lane\":\"track\",\"reason\":\"decoder\"}");
            assertThat(viewer.control.nth("lane", 2).path("lane").asString()).isEqualTo("track");
            viewer.awaitPictures();
            int before = viewer.media.sound.size();
            viewer.awaitPictures();
            assertThat(viewer.media.sound.size()).isEqualTo(before);
            assertThat(test.onlyViewer().lane()).isEqualTo(Lane.TRACK);
        }
    }

    @Test
    @Execution(CONCURRENT)
    void viewer_thatClosesMedia_isServedByTracks() throws Exception {
        try (FakeViewer viewer = test.join()) {
            awaitMedia(viewer);
            viewer.media.close();
            viewer.awaitPictures();
            Await.until("the tracks", () -> test.onlyViewer().lane() == Lane.TRACK);
        }
    }

    @Test
    @Execution(CONCURRENT)
    void viewer_thatReports_isSeenByTheHost() throws Exception {
        try (FakeViewer viewer = test.join()) {
            awaitMedia(viewer);
            int ssrc = viewer.media.pictures.getFirst().ssrc();
            String report =
                    "{\"v\":1,\"type\":\"report\",\"lane\":\"shared\",\"skewMs\":3,\"latencyMs\":60,\"arrivalMs\":12,\"queueMs\":2.5,"
                            + "\"decodeMs\":2,\"playoutMs\":41,\"lateFrames\":1,\"droppedFrames\":2,\"driftPpm\":-12,\"rtp\":[{\"ssrc\":"
                            + Integer.toUnsignedString(ssrc) + ",\"fractionLost\":0,\"received\":60},7,{}]}";
            viewer.control.send(report);
            Await.until("the report", () -> shared().playoutMs().orElse(0) == 41);
            assertThat(shared().queueMs()).hasValue(2.5);
            assertThat(shared().driftPpm()).hasValue(-12);
            assertThat(test.onlyViewer().lossPercent()).isEmpty();
            Await.until("rates", () -> test.onlyViewer().fps() > 20);
            Await.until(
                    "the minute",
                    () -> test.onlyViewer().timing().latencyMsP95().isPresent());
            viewer.control.send(report);
            Await.until(
                    "its parts", () -> test.onlyViewer().timing().arrivalMs().isPresent());
            ViewerTiming timing = test.onlyViewer().timing();
            assertThat(timing.skewMsP50()).hasValue(3);
            assertThat(timing.latencyMsP95()).hasValue(60);
            assertThat(timing.arrivalMs()).hasValue(12);
            assertThat(timing.bufferMs()).isEmpty();
            assertThat(timing.lateFrames()).hasValue(1);
            assertThat(test.onlyViewer().droppedPictures().orElse(0)).isGreaterThanOrEqualTo(2);
            assertThat(test.onlyViewer().codec()).isEqualTo("H264");
            assertThat(test.onlyViewer().kbps()).isPositive();
        }
    }

    private SharedService shared() {
        return test.onlyViewer().shared().orElseThrow();
    }

    @Test
    @Execution(CONCURRENT)
    void viewer_thatAsksForAKeyframe_getsOne() throws Exception {
        try (FakeViewer viewer = test.join()) {
            awaitMedia(viewer);
            String ssrc =
                    Integer.toUnsignedString(viewer.media.pictures.getFirst().ssrc());
            long before = keyframes(viewer);
            viewer.control.send("{\"v\":1,\"type\":\"keyframe\",\"ssrc\":" + ssrc + "}");
            Await.until("a keyframe", () -> keyframes(viewer) > before);
        }
    }

    private static long keyframes(FakeViewer viewer) {
        return viewer.media.pictures.stream().filter(RtpPacket::isKeyframe).count();
    }

    @Test
    @Execution(CONCURRENT)
    void garbage_onMedia_endsInRemovalWhileTheOtherWatches() throws Exception {
        try (FakeViewer good = test.join();
                FakeViewer bad = test.join()) {
            awaitMedia(good);
            awaitMedia(bad);
            while (!bad.isEnded() && test.room.viewers().size() == 2) {
                try {
                    bad.media.send(new RTCDataChannelBuffer(ByteBuffer.allocateDirect(100), true));
                } catch (Exception _) {
                    break; // the channel has gone under our feet, as it should
                }
            }
            Await.until("one viewer", () -> test.room.viewers().size() == 1);
            assertContinuous(good.media.sound);
            assertContinuous(good.media.pictures);
        }
    }

    @Test
    @Execution(CONCURRENT)
    void viewer_whoseNetworkIsGone_delaysNobody() throws Exception {
        try (UdpRelay relay = UdpRelay.to(test.whep);
                FakeViewer good = test.join();
                FakeViewer gone = new FakeViewer(FakeViewer.Media.OPENED)) {
            gone.join(test.whep, relay::through);
            awaitMedia(good);
            awaitMedia(gone);
            relay.cut();
            int enough = good.media.pictures.size() + 5 * ENOUGH_PICTURES;
            Await.until("ten seconds more", () -> good.media.pictures.size() >= enough);
            assertContinuous(good.media.pictures);
            assertContinuous(good.media.sound);
        }
    }

    private static void assertContinuous(List<RtpPacket> packets) {
        for (int i = 1; i < packets.size(); i++) {
            assertThat((packets.get(i).sequence() - packets.get(i - 1).sequence()) & 0xffff)
                    .isEqualTo(1);
        }
    }

    @Test
    @Execution(CONCURRENT)
    void viewers_whoComeAndGoInAnyOrder_leaveTheEncoderAsleep() throws Exception {
        for (int round = 0; round < 5; round++) {
            FakeViewer first = test.join();
            FakeViewer second = test.join();
            Await.until("pictures", () -> second.media.pictures.size() > 2);
            if (round % 2 == 0) {
                first.leave();
                second.close();
            } else {
                second.leave();
                first.media.close();
                first.leave();
            }
        }
        Await.until("an empty room", () -> test.room.viewers().isEmpty());
        Await.until("a sleeping encoder", () -> test.encoded.videoStatus() instanceof EncoderStatus.Idle);
    }

    @Test
    @Execution(CONCURRENT)
    void room_closedUnderItsViewers_leavesNothing() throws Exception {
        try (FakeViewer first = test.join();
                FakeViewer second = test.join()) {
            awaitMedia(first);
            awaitMedia(second);
            test.room.close();
            assertThat(first.control.all("ended")).hasSize(1);
        }
    }

    private static List<Integer> nalTypes(MemorySegment unit) {
        List<Integer> types = new ArrayList<>();
        for (long i = 0; i + 3 < unit.byteSize(); i++) {
            if (unit.get(ValueLayout.JAVA_BYTE, i) == 0
                    && unit.get(ValueLayout.JAVA_BYTE, i + 1) == 0
                    && unit.get(ValueLayout.JAVA_BYTE, i + 2) == 1) {
                types.add(unit.get(ValueLayout.JAVA_BYTE, i + 3) & 0x1f);
            }
        }
        return types;
    }
}
