package liveroom.capture.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import liveroom.capture.media.AudioFormat;
import liveroom.capture.media.AudioFrame;
import liveroom.capture.media.FramePool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What reading between the samples adds to a tone: everything that is not the tone, against it.
class ResamplingQualityTest {
    private static final double DEVIATION = 100e-6;
    private static final int FRAMES = AudioFormat.SAMPLE_RATE_HZ;
    private static final int BEFORE = 64;

    private final AudioRing ring = new AudioRing();

    @ParameterizedTest
    @ValueSource(ints = {100, 1_000, 5_000, 10_000, 15_000})
    void between_toneReadAHundredPpmFast_addsLessThanAThousandth(int hz) {
        double decibels = signalToNoise(hz);

        System.out.printf("Tone of %,d Hz read 100 ppm fast: signal to noise %.1f dB%n", hz, decibels);
        assertThat(decibels).isGreaterThan(60);
    }

    @Test
    void between_wholePositions_areTheSamplesThemselves() {
        write(10_000);
        float[] frame = new float[AudioFormat.CHANNELS];
        for (int i = BEFORE; i < FRAMES; i++) {
            ring.between(i, frame, 0);
            assertThat(frame[0]).isEqualTo(ring.at(i, 0));
            assertThat(frame[1]).isEqualTo(ring.at(i, 1));
        }
    }

    private double signalToNoise(int hz) {
        write(hz);
        float[] frame = new float[AudioFormat.CHANNELS];
        double power = 0;
        double noise = 0;
        for (int i = 0; i < FRAMES; i++) {
            double at = BEFORE + i * (1 + DEVIATION);
            ring.between(at, frame, 0);
            double tone = tone(hz, at);
            power += tone * tone;
            noise += (frame[0] - tone) * (frame[0] - tone);
        }
        return 10 * Math.log10(power / noise);
    }

    private void write(int hz) {
        int frames = FRAMES + 2 * BEFORE;
        var pool = new FramePool((long) frames * AudioFormat.BYTES_PER_FRAME, 1);
        try (var block = new AudioFrame(frames, 0, Objects.requireNonNull(pool.tryLend()))) {
            for (int i = 0; i < frames; i++) {
                block.setSample(2 * i, (float) tone(hz, i));
                block.setSample(2 * i + 1, (float) -tone(hz, i));
            }
            ring.write(block);
        }
    }

    private static double tone(double hz, double frame) {
        return Math.sin(2 * Math.PI * hz * frame / AudioFormat.SAMPLE_RATE_HZ);
    }
}
