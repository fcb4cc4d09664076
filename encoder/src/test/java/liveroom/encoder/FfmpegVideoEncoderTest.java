package liveroom.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_BT709;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import liveroom.capture.media.FramePool;
import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.media.VideoFrame;
import liveroom.encoder.AccessUnit.Picture;
import liveroom.encoder.Collected.Packet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

class FfmpegVideoEncoderTest {
    private static final VideoFormat FORMAT = new VideoFormat(320, 180);
    private static final int FPS = 30;
    private static final VideoSettings SETTINGS = new VideoSettings(FORMAT, FPS, 1000, 2);

    static final List<Arguments> CANDIDATES = List.of(
            Arguments.of(VideoCandidate.X264),
            Arguments.of(VideoCandidate.OPENH264),
            Arguments.of(with(VideoCandidate.X264, VideoCandidate.Input.NV12, VideoCandidate.BitrateChange.LIVE)),
            Arguments.of(with(VideoCandidate.X264, VideoCandidate.Input.I420, VideoCandidate.BitrateChange.REOPEN)));

    private final SyntheticProgram program = new SyntheticProgram(FORMAT);
    private final Collected units = new Collected();
    private final PacketPool pool = PacketPool.forVideo();

    @AfterEach
    void nothingIsLent() {
        assertThat(FramePool.lentByAll()).isZero();
    }

    @ParameterizedTest
    @FieldSource("CANDIDATES")
    void encode_movingPicture_decodesToTheSameInOrder(VideoCandidate candidate) throws Exception {
        int count = 2 * FPS;
        try (FfmpegVideoEncoder encoder = encoder(candidate)) {
            encode(encoder, 0, count);
        }

        List<Packet> packets = units.packets();
        assertThat(packets).hasSize(count);
        assertThat(packets).extracting(Packet::ptsNanos).isSorted();
        assertThat(packets.getFirst().ptsNanos()).isEqualTo(pts(0));
        List<byte[]> decoded = units.decodePictures();
        assertThat(decoded).hasSize(count);
        for (int i = 0; i < count; i += 7) {
            assertThat(psnr(i, decoded.get(i))).as("PSNR of %d", i).isGreaterThan(30);
        }
    }

    @ParameterizedTest
    @FieldSource("CANDIDATES")
    void encode_always_startsEveryKeyframeWithItsParameterSets(VideoCandidate candidate) throws Exception {
        try (FfmpegVideoEncoder encoder = encoder(candidate)) {
            encode(encoder, 0, 5 * FPS);
        }

        List<Packet> keyframes = units.packets().stream()
                .filter(packet -> packet.picture() == Picture.KEYFRAME)
                .toList();
        assertThat(keyframes.getFirst().ptsNanos()).isEqualTo(pts(0));
        assertThat(keyframes.getLast().ptsNanos()).isGreaterThanOrEqualTo(pts(4 * FPS));
        for (int i = 1; i < keyframes.size(); i++) {
            long apart = keyframes.get(i).ptsNanos() - keyframes.get(i - 1).ptsNanos();
            assertThat(apart).isLessThanOrEqualTo(2 * SyntheticProgram.SECOND + 1);
        }
        assertThat(keyframes).allMatch(packet -> AnnexB.isKeyframe(packet.stream()));
        assertThat(units.packets())
                .filteredOn(packet -> packet.picture() == Picture.DELTA)
                .noneMatch(packet -> packet.units().contains(AnnexB.IDR_SLICE));
    }

    @ParameterizedTest
    @FieldSource("CANDIDATES")
    void requestKeyframe_midway_makesTheNextUnitOne(VideoCandidate candidate) throws Exception {
        try (FfmpegVideoEncoder encoder = encoder(candidate)) {
            encode(encoder, 0, 10);
            encoder.requestKeyframe();
            encode(encoder, 10, 5);
        }

        assertThat(units.packets())
                .filteredOn(packet -> packet.picture() == Picture.KEYFRAME)
                .extracting(Packet::ptsNanos)
                .containsExactly(pts(0), pts(10));
    }

    @ParameterizedTest
    @FieldSource("CANDIDATES")
    void requestBitrate_midway_changesTheSizeOfWhatFollows(VideoCandidate candidate) throws Exception {
        int half = 4 * FPS;
        try (FfmpegVideoEncoder encoder = encoder(candidate)) {
            encode(encoder, 0, half);
            encoder.requestBitrate(200);
            encode(encoder, half, half);
        }

        List<Packet> packets = units.packets();
        assertThat(packets).hasSize(2 * half);
        assertThat(packets).extracting(Packet::ptsNanos).isSorted();
        assertThat(units.bytes(half + 2 * FPS, 2 * half)).isLessThan(units.bytes(2 * FPS, half) / 2);
        assertThat(units.decodePictures()).hasSize(2 * half);
    }

    @Test
    void encode_anyPicture_isTimedOnTheStudioClock() throws Exception {
        try (FfmpegVideoEncoder encoder = encoder(VideoCandidate.X264)) {
            encode(encoder, 3, 1);
        }

        PacketTiming timing = units.packets().getFirst().timing();
        assertThat(timing.capturedNanos()).isEqualTo(pts(3));
        assertThat(timing.compositedNanos()).isEqualTo(pts(3));
        assertThat(timing.encodedNanos()).isGreaterThan(timing.encodeStartedNanos());
    }

    @Test
    void encode_withTwoThreads_hasTheStructureOfTheGoldenDump() throws Exception {
        Map<String, String> options = new HashMap<>(VideoCandidate.X264.options());
        options.put("threads", "2");
        VideoCandidate twoSlices =
                new VideoCandidate("libx264", VideoCandidate.Input.I420, VideoCandidate.BitrateChange.LIVE, options);
        try (FfmpegVideoEncoder encoder = encoder(twoSlices)) {
            encode(encoder, 0, 5);
            encoder.requestKeyframe();
            encode(encoder, 5, 3);
        }

        String dump = units.packets().stream()
                .map(packet -> packet.picture() + " "
                        + packet.units().stream().map(String::valueOf).collect(Collectors.joining(" ")) + "\n")
                .collect(Collectors.joining());
        assertThat(dump).isEqualTo(golden("x264-structure.txt"));
    }

    @Test
    void encode_constrainedBaseline_saysSoAndItsColourInTheParameterSet() throws Exception {
        try (FfmpegVideoEncoder encoder = encoder(VideoCandidate.X264)) {
            encode(encoder, 0, 1);
        }

        AnnexB.units(units.packets().getFirst().stream(), (type, unit) -> {
            if (type == AnnexB.SEQUENCE_PARAMETERS) {
                assertThat(unit.get(ValueLayout.JAVA_BYTE, 1)).as("profile_idc").isEqualTo((byte) 66);
                assertThat(unit.get(ValueLayout.JAVA_BYTE, 2) & 0x40)
                        .as("constraint_set1_flag")
                        .isNotZero();
            }
            return AnnexB.Reading.MORE;
        });
        assertThat(units.packets().getFirst().units()).contains(AnnexB.SEQUENCE_PARAMETERS);
        units.decodePictures();
        assertThat(units.colour()).containsExactly(AVCOL_RANGE_MPEG, AVCOL_SPC_BT709, AVCOL_PRI_BT709, AVCOL_TRC_BT709);
    }

    private FfmpegVideoEncoder encoder(VideoCandidate candidate) throws EncoderException {
        return new FfmpegVideoEncoder(candidate, SETTINGS, StudioClock.SYSTEM, pool);
    }

    private void encode(FfmpegVideoEncoder encoder, int from, int count) throws EncoderException {
        for (int i = from; i < from + count; i++) {
            try (VideoFrame frame = program.picture(pts(i))) {
                encoder.encode(frame, units::video);
            }
        }
    }

    /// Begins behind the flash.
    private static long pts(int number) {
        return 5_200_000_001L + number * SyntheticProgram.SECOND / FPS;
    }

    private double psnr(int number, byte[] decoded) {
        try (VideoFrame original = program.picture(pts(number))) {
            double squares = 0;
            for (int i = 0; i < decoded.length; i++) {
                int difference = (original.pixels().get(ValueLayout.JAVA_BYTE, i) & 0xff) - (decoded[i] & 0xff);
                squares += difference * difference;
            }
            return 10 * Math.log10(255.0 * 255.0 * decoded.length / Math.max(squares, 1));
        }
    }

    private static VideoCandidate with(
            VideoCandidate base, VideoCandidate.Input input, VideoCandidate.BitrateChange change) {
        return new VideoCandidate(base.name(), input, change, base.options());
    }

    private static String golden(String name) throws IOException {
        try (InputStream dump = Objects.requireNonNull(FfmpegVideoEncoderTest.class.getResourceAsStream(name))) {
            return new String(dump.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
