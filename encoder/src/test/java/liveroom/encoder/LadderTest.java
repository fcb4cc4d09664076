package liveroom.encoder;

import static liveroom.encoder.ProgramFeed.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import liveroom.capture.media.FramePool;
import liveroom.capture.media.StageStats;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.media.VideoFrame;
import liveroom.encoder.AccessUnit.Picture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LadderTest {
    private static final VideoFormat FORMAT = new VideoFormat(640, 360);
    private static final long PICTURE_NANOS = SyntheticProgram.SECOND / ProgramFeed.FPS;

    private final SyntheticProgram program = new SyntheticProgram(FORMAT);
    private final AtomicLong nowNanos = new AtomicLong();
    private final Collected top = new Collected();
    private final Collected low = new Collected();
    private int pictures;

    @AfterEach
    void nothingIsLent() {
        assertThat(FramePool.lentByAll()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "1280, 720, 2500, 1280x720@2500 960x540@1200 640x360@600 320x180@200",
        "1920, 1080, 4500, 1920x1080@4500 1280x720@2500 960x540@1200 640x360@600 320x180@200",
        "1920, 1080, 2500, 1920x1080@2500 960x540@1200 640x360@600 320x180@200",
        "640, 360, 800, 640x360@800 320x180@200",
        "640, 360, 2500, 640x360@2500 640x360@600 320x180@200",
        "720, 1280, 2500, 720x1280@2500 540x960@1200 360x640@600 180x320@200",
        "1366, 768, 2500, 1366x768@2500 960x540@1200 640x360@600 320x180@200",
        "64, 64, 500, 64x64@500",
        "1280, 720, 50, 1280x720@50",
    })
    void rungsOf_program_areBelowItInSizeAndRate(int width, int height, int kbps, String expected) {
        List<Rung> rungs = Ladder.rungsOf(new VideoFormat(width, height), kbps);

        assertThat(rungs.stream().map(rung -> rung.format() + "@" + rung.kbps()))
                .containsExactly(expected.split(" "));
        for (int i = 0; i < rungs.size(); i++) {
            assertThat(rungs.get(i).index()).isEqualTo(i);
        }
    }

    @Test
    void rungsOf_anyProgram_areEvenAndNeverLargerNorTwice() {
        for (int height = 16; height <= 1080; height += 2) {
            for (int width : new int[] {16, 300, 854, 1280, 1920}) {
                List<Rung> rungs = Ladder.rungsOf(new VideoFormat(width, height), 6000);
                assertThat(rungs).allSatisfy(rung -> {
                    assertThat(rung.format().width() % 2 + rung.format().height() % 2)
                            .isZero();
                    assertThat(rung.format().width())
                            .isLessThanOrEqualTo(rungs.getFirst().format().width());
                    assertThat(rung.format().height())
                            .isLessThanOrEqualTo(rungs.getFirst().format().height());
                });
                assertThat(rungs).extracting(Rung::kbps).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> b - a);
            }
        }
    }

    @Test
    void add_oneRung_opensThatEncoderAloneAndRemoveClosesIt() {
        try (Ladder ladder = ladder()) {
            Rung lowest = ladder.rungs().getLast();
            PacketSink<AccessUnit> sink = low::video;
            assertThat(offer(ladder)).isFalse();
            ladder.add(lowest, sink);
            show(ladder, 3);
            assertThat(ladder.figures())
                    .extracting(rung -> rung.status() instanceof EncoderStatus.Running)
                    .containsExactly(false, true);
            assertThat(ladder.figures().getLast().stats().out()).isEqualTo(3);
            assertThat(ladder.figures().getFirst().stats()).isEqualTo(StageStats.IDLE);

            ladder.remove(lowest, sink);
            until(() -> ladder.figures().getLast().status() instanceof EncoderStatus.Idle);
            assertThat(offer(ladder)).isFalse();
        }
    }

    @Test
    void encode_severalRungs_haveTheProgramsTimesAndItsPictures() {
        int count = ProgramFeed.FPS;
        try (Ladder ladder = ladder()) {
            ladder.add(ladder.rungs().getFirst(), top::video);
            ladder.add(ladder.rungs().getLast(), low::video);
            show(ladder, count);
        }

        assertThat(top.packets()).extracting(Collected.Packet::ptsNanos).hasSize(count);
        assertThat(low.packets())
                .extracting(Collected.Packet::ptsNanos)
                .isEqualTo(
                        top.packets().stream().map(Collected.Packet::ptsNanos).toList());
        assertThat(low.packets())
                .extracting(packet -> packet.timing().capturedNanos())
                .isEqualTo(top.packets().stream()
                        .map(packet -> packet.timing().capturedNanos())
                        .toList());
        List<byte[]> large = top.decodePictures();
        List<byte[]> small = low.decodePictures();
        assertThat(large).hasSize(count).allMatch(luma -> luma.length == 640 * 360);
        assertThat(small).hasSize(count).allMatch(luma -> luma.length == 320 * 180);
        for (int i = 0; i < count; i++) {
            for (int quarter = 0; quarter < 4; quarter++) {
                assertThat(mean(small.get(i), 320, quarter)).isCloseTo(mean(large.get(i), 640, quarter), within(4.0));
            }
        }
    }

    @Test
    void requestKeyframe_manyOnOneRung_becomeOneASecondAndLeaveOthersAlone() {
        try (Ladder ladder = ladder()) {
            Rung lowest = ladder.rungs().getLast();
            ladder.add(ladder.rungs().getFirst(), top::video);
            ladder.add(lowest, low::video);
            for (int i = 0; i < 2 * ProgramFeed.FPS; i++) {
                ladder.requestKeyframe(lowest);
                show(ladder, 1);
            }
        }

        assertThat(keyframes(low)).containsExactly(0, 30);
        assertThat(keyframes(top)).containsExactly(0);
        assertThat(low.decodePictures()).hasSize(2 * ProgramFeed.FPS);
    }

    @Test
    void addRecording_whileViewersAreServed_bringsRegularKeyframes() {
        try (Ladder ladder = ladder()) {
            Rung first = ladder.rungs().getFirst();
            Collected recorded = new Collected();
            PacketSink<AccessUnit> recording = recorded::video;
            ladder.add(first, top::video);
            show(ladder, 100);
            ladder.addRecording(recording);
            show(ladder, 100);
            ladder.remove(first, recording);
            show(ladder, 100);
            assertThat(recorded.packets()).hasSize(100);
        }

        assertThat(keyframes(top)).containsExactly(0, 100, 160);
    }

    @Test
    void offer_pictureOfAnotherSize_isRefused() {
        try (Ladder ladder = ladder();
                VideoFrame frame = new SyntheticProgram(new VideoFormat(320, 180)).picture(0)) {
            ladder.add(ladder.rungs().getFirst(), top::video);
            assertThat(ladder.video().offer(frame)).isFalse();
        }
    }

    @Test
    void add_rungOfAnotherLadder_isRefused() {
        try (Ladder ladder = ladder()) {
            assertThatThrownBy(() -> ladder.add(new Rung(1, FORMAT, 300), low::video))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> ladder.requestKeyframe(new Rung(2, FORMAT, 300)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private Ladder ladder() {
        VideoSettings settings = new VideoSettings(FORMAT, ProgramFeed.FPS, 800);
        return new Ladder(settings, nowNanos::get, EncoderChoice.ofThisSystem(), () -> {});
    }

    /// Shows the next pictures, each at its time, and waits for each until it is encoded.
    private void show(Ladder ladder, int count) {
        for (int i = 0; i < count; i++) {
            assertThat(offer(ladder)).isTrue();
            until(() -> ladder.figures().stream()
                    .map(RungFigures::stats)
                    .allMatch(stats -> stats.in() == stats.out() + stats.dropped()));
        }
    }

    private boolean offer(Ladder ladder) {
        long pts = pictures * PICTURE_NANOS;
        nowNanos.set(pictures * SyntheticProgram.SECOND / ProgramFeed.FPS);
        try (VideoFrame frame = program.picture(pts)) {
            boolean taken = ladder.video().offer(frame);
            if (taken) {
                pictures++;
            }
            return taken;
        }
    }

    private static List<Integer> keyframes(Collected units) {
        return units.packets().stream()
                .filter(packet -> packet.picture() == Picture.KEYFRAME)
                .map(packet -> (int) (packet.ptsNanos() / PICTURE_NANOS))
                .toList();
    }

    /// Mean luma of a quarter of the picture.
    private static double mean(byte[] luma, int width, int quarter) {
        int height = luma.length / width;
        long sum = 0;
        for (int y = quarter / 2 * height / 2; y < (quarter / 2 + 1) * height / 2; y++) {
            for (int x = quarter % 2 * width / 2; x < (quarter % 2 + 1) * width / 2; x++) {
                sum += luma[y * width + x] & 0xff;
            }
        }
        return sum / (luma.length / 4.0);
    }
}
