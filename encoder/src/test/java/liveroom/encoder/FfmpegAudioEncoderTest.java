package liveroom.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
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

    private static FfmpegAudioEncoder encoder(PacketLength length) throws EncoderException {
        return new FfmpegAudioEncoder(new AudioSettings(length, 128), StudioClock.SYSTEM, PacketPool.forAudio());
    }

    private void encode(FfmpegAudioEncoder encoder, int from, int count) throws EncoderException {
        for (int i = from; i < from + count; i++) {
            try (AudioFrame block = PROGRAM.block(ORIGIN_NANOS + i * AudioFormat.BLOCK_NANOS)) {
                encoder.encode(block, packets::audio);
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
