package liveroom.bench.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import liveroom.bench.chain.SoundRecorder.Recording;
import org.junit.jupiter.api.Test;

class BeepDetectorTest {
    private static final int RATE = SoundRecorder.SAMPLE_RATE_HZ;

    @Test
    void onsets_burstsInNoise_areFoundToAMillisecond() {
        double[] expected = {300, 1000.25, 2000.5, 2999.9};
        short[] samples = new short[4 * RATE];
        Random random = new Random(7);
        for (int i = 0; i < samples.length; i++) {
            double milli = i * 1000.0 / RATE;
            double value = random.nextGaussian() * 30;
            for (double start : expected) {
                if (milli >= start && milli < start + 80) {
                    value += 12_000 * Math.sin(2 * Math.PI * (milli - start));
                }
            }
            samples[i] = (short) value;
        }

        List<Double> onsets =
                BeepDetector.onsetsMillis(new Recording(samples, new SampleClock.Line(5000, 1000.0 / RATE)));

        assertThat(onsets).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat(onsets.get(i)).isCloseTo(5000 + expected[i], within(0.8));
        }
    }

    @Test
    void onsets_speechLikeNoise_areNone() {
        short[] samples = new short[2 * RATE];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (9000 * Math.sin(2 * Math.PI * 250 * i / RATE));
        }

        assertThat(BeepDetector.onsetsMillis(new Recording(samples, new SampleClock.Line(0, 1000.0 / RATE))))
                .isEmpty();
    }
}
