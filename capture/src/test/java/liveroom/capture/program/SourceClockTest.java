package liveroom.capture.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import liveroom.capture.media.AudioFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceClockTest {
    private static final int CHUNK = 960;
    private static final long START = 5_000_000_000L;
    private static final double JITTER = 10e6;

    private final SourceClock source = new SourceClock();
    private final Random random = new Random(1);
    private long position;
    private double nanos = START;

    @ParameterizedTest
    @ValueSource(doubles = {-900, -250, -20, 0, 100, 800})
    void drift_jitteryStamps_isFoundWithinAMinute(double ppm) {
        begin();
        play(20, ppm, JITTER);
        assertThat(source.drift() * 1e6).isCloseTo(ppm, within(60.0));

        play(60, ppm, JITTER);

        assertThat(source.drift() * 1e6).isCloseTo(ppm, within(5.0));
        assertThat((double) source.nanosAt((double) position)).isCloseTo(nanos, within(1e6));
    }

    @Test
    void drift_exactStamps_isNone() {
        begin();
        play(200, 0, 0);

        assertThat(source.drift() * 1e6).isCloseTo(0, within(1e-3));
    }

    @Test
    void drift_sourceFarTooFast_isBounded() {
        begin();
        play(60, 4_000, 0);

        assertThat(source.drift()).isCloseTo(SourceClock.MAX_DRIFT, within(1e-12));
    }

    @Test
    void note_muchSoundLost_goesOnFromThereAtOnce() {
        begin();
        play(120, 100, JITTER);
        nanos += 30e6;
        play(1, 100, JITTER);

        assertThat(source.drift() * 1e6).isCloseTo(100, within(10.0));
        assertThat((double) source.nanosAt((double) position)).isCloseTo(nanos, within(1e6));
    }

    @Test
    void note_littleSoundLost_goesOnFromThereAfterTwoSeconds() {
        begin();
        play(120, 100, 1e6);
        nanos += 10e6;
        play(4, 100, 1e6);

        assertThat(source.drift() * 1e6).isCloseTo(100, within(10.0));
        assertThat((double) source.nanosAt((double) position)).isCloseTo(nanos, within(1e6));
    }

    @Test
    void note_oneSecondLate_isLeftOut() {
        begin();
        play(120, 100, 1e6);
        nanos += 12e6;
        play(1, 100, 1e6);
        nanos -= 12e6;
        play(3, 100, 1e6);

        assertThat(source.drift() * 1e6).isCloseTo(100, within(5.0));
        assertThat((double) source.nanosAt((double) position)).isCloseTo(nanos, within(1e6));
    }

    @Test
    void begin_anotherStream_keepsTheDriftUntilItKnowsBetter() {
        begin();
        play(120, 800, JITTER);
        nanos += 3e9;
        begin();
        play(1, -250, JITTER);
        assertThat(source.drift() * 1e6).isCloseTo(800, within(20.0));

        play(120, -250, JITTER);

        assertThat(source.drift() * 1e6).isCloseTo(-250, within(5.0));
    }

    @Test
    void positionAt_itsOwnTime_isThePosition() {
        begin();
        play(120, 300, JITTER);

        assertThat(source.positionAt(source.nanosAt(1_234_567.0))).isCloseTo(1_234_567, within(1e-3));
    }

    private void begin() {
        source.begin(position, Math.round(nanos));
    }

    private void play(int seconds, double ppm, double jitterNanos) {
        for (int i = 0; i < seconds * AudioFormat.SAMPLE_RATE_HZ / CHUNK; i++) {
            source.note(position, Math.round(nanos + random.nextDouble() * jitterNanos));
            position += CHUNK;
            nanos += (double) CHUNK * 1e9 / (AudioFormat.SAMPLE_RATE_HZ * (1 + ppm * 1e-6));
        }
    }
}
