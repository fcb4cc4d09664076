package liveroom.capture.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import liveroom.capture.media.AudioFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A show's clocks without its samples: what the source stamps, how long the mixer waits, where it reads.
class ThreeHoursOfDriftTest {
    private static final int MINUTE = 60 * 100;
    private static final int THREE_HOURS = 180 * MINUTE;
    private static final long START = 1_000_000_000_000L;
    private static final long JITTER = 10_000_000;

    private final SourceClock source = new SourceClock();
    private final Steering steering = new Steering();
    private final AudioDelay delay = new AudioDelay();
    private long end;
    private long waitNanos;
    private boolean begun;
    private int blocks;
    private double farthestOffNanos;
    private double fastest;
    private double steepestStep;
    private int bends;
    private int misses;

    @ParameterizedTest
    @ValueSource(doubles = {100, -250, 800, 0})
    void follow_threeHoursOfConstantDrift_isWithinTwoMillisecondsAfterAMinute(double ppm) {
        run(JITTER, second -> ppm);

        assertThat(source.drift() * 1e6).isCloseTo(ppm, within(5.0));
        assertSteady();
    }

    @Test
    void follow_roomWarmsUp_goesAlong() {
        run(JITTER, second -> 100 + 20 * Math.clamp((second - 3_600) / 600, 0.0, 1.0));

        assertThat(source.drift() * 1e6).isCloseTo(120, within(5.0));
        assertSteady();
    }

    @Test
    void follow_clockAsTheStudios_restsAtTheNominalRate() {
        run(0, second -> 0);

        assertThat(steering.manner()).isEqualTo(Steering.Manner.RESTING);
        assertThat(fastest).isZero();
        assertThat(steering.position()).isEqualTo(Math.rint(steering.position()));
        assertSteady();
    }

    private void assertSteady() {
        assertThat(farthestOffNanos).isLessThan(2e6);
        assertThat(fastest).isLessThanOrEqualTo(1_000e-6);
        assertThat(steepestStep).isLessThanOrEqualTo(4.001e-6);
        assertThat(bends).isZero();
        assertThat(misses).isZero();
    }

    private void run(long jitterNanos, DoubleUnaryOperator ppmAtSecond) {
        var card = new SimulatedCard(START, jitterNanos, ppmAtSecond);
        while (blocks < THREE_HOURS) {
            long due = START + ++blocks * AudioFormat.BLOCK_NANOS;
            while (card.arrivesNanos() <= due) {
                arrive(card);
            }
            if (begun) {
                read(due - delay.next(waitNanos, 0), card);
                waitNanos = 0;
            }
        }
        System.out.printf(
                "Three hours: at most %.2f ms off, %.0f ppm fast or slow, %.2f ppm from block to block, drift %.1f%n",
                farthestOffNanos / 1e6, fastest * 1e6, steepestStep * 1e6, source.drift() * 1e6);
    }

    private void arrive(SimulatedCard card) {
        if (!begun) {
            source.begin(card.position(), card.stampNanos());
        }
        waitNanos = Math.max(waitNanos, card.arrivesNanos() - source.nanosAt((double) card.position()));
        source.note(card.position(), card.stampNanos());
        end = card.position() + SimulatedCard.CHUNK_FRAMES;
        begun = true;
        card.next();
    }

    private void read(long wantedNanos, SimulatedCard card) {
        double before = steering.deviation();
        double wanted = source.positionAt(wantedNanos);
        if (blocks == 100) {
            steering.begin(wanted, source.drift());
        } else if (blocks > 100) {
            steering.follow(wanted, source.drift());
        }
        if (blocks > MINUTE) {
            double off = Math.abs(card.trueNanosAt(steering.position()) - wantedNanos);
            farthestOffNanos = Math.max(farthestOffNanos, off);
            fastest = Math.max(fastest, Math.abs(steering.deviation()));
            steepestStep = Math.max(steepestStep, Math.abs(steering.deviation() - before));
            bends += steering.manner() == Steering.Manner.BENDING ? 1 : 0;
            double needed = steering.position() + AudioFormat.BLOCK_FRAMES * (1 + Steering.MAX_BEND) + SincTable.REACH;
            misses += needed > end ? 1 : 0;
        }
        if (blocks >= 100) {
            steering.advance();
        }
    }
}
