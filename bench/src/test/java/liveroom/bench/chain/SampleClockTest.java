package liveroom.bench.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SampleClockTest {
    private static final int RATE = 48_000;
    private static final int BLOCK = 480;

    @Test
    void line_cardThatGainsAndBlocksThatComeLate_givesTheTrueTimes() {
        double truePeriodMillis = 1000.0 / RATE * (1 - 100e-6);
        SampleClock clock = record(truePeriodMillis, 120);

        SampleClock.Line line = clock.line();

        assertThat(line.millisAt(0)).isCloseTo(700, within(1.0));
        assertThat(line.millisAt(60 * RATE)).isCloseTo(700 + 60 * RATE * truePeriodMillis, within(1.0));
        assertThat(line.millisAt(120 * RATE)).isCloseTo(700 + 120 * RATE * truePeriodMillis, within(1.0));
    }

    @Test
    void line_shortRecording_runsAtTheNominalRate() {
        SampleClock clock = record(1000.0 / RATE, 3);

        assertThat(clock.line().millisPerSample()).isEqualTo(1000.0 / RATE);
        assertThat(clock.line().millisAt(0)).isCloseTo(700, within(1.0));
    }

    /// A card that starts at 700 ms; its blocks arrive up to 30 ms late, one in fifty almost at once.
    private static SampleClock record(double periodMillis, int seconds) {
        var clock = new SampleClock(RATE);
        var random = new Random(1);
        for (int samples = BLOCK; samples <= seconds * RATE; samples += BLOCK) {
            double lateMillis = random.nextInt(50) == 0 ? random.nextDouble() * 0.4 : random.nextDouble() * 30;
            clock.arrived(samples, 700 + samples * periodMillis + lateMillis);
        }
        return clock;
    }
}
