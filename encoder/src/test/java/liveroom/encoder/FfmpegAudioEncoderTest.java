package liveroom.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import liveroom.capture.media.AudioFormat;
import liveroom.capture.media.AudioFrame;
import liveroom.capture.media.FramePool;
import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFormat;
import liveroom.encoder.AudioSettings.PacketLength;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FfmpegAudioEncoderTest {
    private static final long ORIGIN_NANOS = 4_500_000_000L;
    private static final SyntheticProgram PROGRAM = new SyntheticProgram(new VideoFormat(16, 16));

    private final Collected packets = new Collected();

    @AfterEach
    void nothingIsLent() {
        assertThat(FramePool.lentByAll()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void encode_beep_isHeardAtItsTime(PacketLength length) throws Exception {
        try (FfmpegAudioEncoder encoder = encoder(length)) {
            encode(encoder, 0, 100);
        }

        List<float[]> sound = packets.decodeSound();
        assertThat(sound).hasSize(100 * AudioFormat.BLOCK_FRAMES / length.frames());
        assertThat(sound).allMatch(block -> block.length == length.frames());
        double onset = onsetNanos(sound);
        assertThat(onset).as("beep at 5 s").isCloseTo(5e9, within(1e6));
    }

    @Test
    void encode_oneSecond_keepsToItsBitrate() throws Exception {
        try (FfmpegAudioEncoder encoder = encoder(PacketLength.MILLIS_10)) {
            encode(encoder, 0, 100);
        }

        int bitsPerSecond = packets.bytes(0, 100) * 8;
        assertThat(bitsPerSecond).isBetween(30_000, 160_000);
    }

    @Test
    void encode_blockMissing_startsThePacketAnew() throws Exception {
        try (FfmpegAudioEncoder encoder = encoder(PacketLength.MILLIS_20)) {
            encode(encoder, 0, 5);
            encode(encoder, 6, 4);
        }

        assertThat(packets.packets())
                .extracting(Collected.Packet::ptsNanos)
                .containsExactly(pts(0), pts(2), pts(6), pts(8));
    }

    /// As many as come between pictures, and as many as a packet may hold.
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 12})
    void packets_joined_decodeToTheSameSound(int together) throws Exception {
        int sent = 20 * together;
        List<OpusPacket> kept = encodeAndKeep(sent);
        Collected joined = new Collected();
        PacketPool pool = PacketPool.forAudio();
        for (int i = 0; i < sent; i += together) {
            try (OpusPacket all = OpusFrames.join(kept.subList(i, i + together), pool)) {
                joined.audio(Objects.requireNonNull(all));
            }
        }

        assertThat(samples(joined)).containsExactly(samples(packets));
        assertThat(joined.packets())
                .hasSize(20)
                .element(7)
                .satisfies(all -> assertThat(all.ptsNanos())
                        .isEqualTo(packets.packets().get(7 * together).ptsNanos()));
        kept.forEach(OpusPacket::close);
    }

    @Test
    void packets_thatNoPacketCanHold_areNotJoined() throws Exception {
        List<OpusPacket> kept = encodeAndKeep(13);
        PacketPool pool = PacketPool.forAudio();

        assertThat(OpusFrames.join(List.of(kept.get(0), kept.get(2)), pool))
                .as("a gap between them")
                .isNull();
        assertThat(OpusFrames.join(kept, pool)).as("130 ms").isNull();
        assertThat(OpusFrames.join(List.of(), pool)).as("none").isNull();
        try (OpusPacket joined = OpusFrames.join(kept.subList(0, 2), pool)) {
            assertThat(OpusFrames.join(List.of(Objects.requireNonNull(joined), kept.get(2)), pool))
                    .as("one of two frames")
                    .isNull();
        }
        kept.forEach(OpusPacket::close);
    }

    private List<OpusPacket> encodeAndKeep(int count) throws Exception {
        List<OpusPacket> kept = new ArrayList<>();
        try (FfmpegAudioEncoder encoder = encoder(PacketLength.MILLIS_10)) {
            encode(encoder, 0, count, packet -> {
                kept.add(packet.retain());
                return packets.audio(packet);
            });
        }
        return kept;
    }

    private static float[] samples(Collected collected) {
        List<Float> all = new ArrayList<>();
        for (float[] block : collected.decodeSound()) {
            for (float sample : block) {
                all.add(sample);
            }
        }
        float[] samples = new float[all.size()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = all.get(i);
        }
        return samples;
    }

    private static FfmpegAudioEncoder encoder(PacketLength length) throws EncoderException {
        return new FfmpegAudioEncoder(new AudioSettings(length, 128), StudioClock.SYSTEM, PacketPool.forAudio());
    }

    private void encode(FfmpegAudioEncoder encoder, int from, int count) throws EncoderException {
        encode(encoder, from, count, packets::audio);
    }

    private static void encode(FfmpegAudioEncoder encoder, int from, int count, PacketSink<OpusPacket> sink)
            throws EncoderException {
        for (int i = from; i < from + count; i++) {
            try (AudioFrame block = PROGRAM.block(ORIGIN_NANOS + i * AudioFormat.BLOCK_NANOS)) {
                encoder.encode(block, sink);
            }
        }
    }

    private static long pts(int block) {
        return ORIGIN_NANOS + block * AudioFormat.BLOCK_NANOS - AudioFormat.framesToNanos(OpusPacket.LOOKAHEAD_FRAMES);
    }

    private double onsetNanos(List<float[]> sound) {
        for (int i = 0; i < sound.size(); i++) {
            for (int j = 0; j < sound.get(i).length; j++) {
                if (Math.abs(sound.get(i)[j]) > 0.1f) {
                    return packets.packets().get(i).ptsNanos() + AudioFormat.framesToNanos(j);
                }
            }
        }
        throw new AssertionError("no beep");
    }
}
