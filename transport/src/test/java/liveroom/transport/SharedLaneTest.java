package liveroom.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Instant;
import java.util.List;
import liveroom.capture.media.FramePool;
import liveroom.transport.rtp.NtpTime;
import liveroom.transport.rtp.RtpPacket;
import liveroom.transport.rtp.SenderReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
        assertThat(FramePool.lentByAll()).isZero();
    }

    private static void awaitMedia(FakeViewer viewer) {
        Await.until("pictures", () -> viewer.media.pictures.size() >= ENOUGH_PICTURES);
        Await.until("sound", () -> viewer.media.sound.size() >= 3 * ENOUGH_PICTURES);
        Await.until("sender reports", () -> viewer.media.reports.size() >= 4);
    }

    @Test
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
                assertThat(packet.timestamp() - before.timestamp()).isBetween(2990, 3010);
                assertThat(packet.captureNtp()).isPresent();
                assertThat(nalTypes(packet.payload())).containsAnyOf(1, 5);
            }
        }
    }

    @Test
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
    void viewer_withoutMediaInARoomWithASharedLane_isServedByTracks() throws Exception {
        try (FakeViewer viewer = new FakeViewer()) {
            viewer.join(test.whep);
            viewer.awaitPictures();
            assertThat(test.onlyViewer().lane()).isEqualTo(Lane.TRACK);
            assertThat(viewer.control.all("lane")).isEmpty();
        }
    }

    private static List<Integer> nalTypes(MemorySegment unit) {
        List<Integer> types = new java.util.ArrayList<>();
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
