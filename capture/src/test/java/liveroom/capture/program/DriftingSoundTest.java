package liveroom.capture.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import liveroom.capture.media.AudioFormat;
import liveroom.capture.media.AudioFrame;
import liveroom.capture.media.FakeClock;
import liveroom.capture.media.FramePool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The program's sound of a source whose clock is off. Each sample says where it is in the source, so what is heard
/// tells when it was captured.
class DriftingSoundTest {
    private static final int MINUTE = 60 * 100;
    private static final int RAMP_FRAMES = 96_000;
    /// Around the ramp's end, where the filter rings, blocks say nothing.
    private static final int EDGE_FRAMES = 200;

    private static final float LOWEST = 0.1f;
    private static final double HEIGHT = 0.8;
    private static final long JITTER = 10_000_000;
    /// Longer than the source's bursts: the sound has to be as old as the picture, neither more nor less.
    private static final long PICTURE_AGE = 150_000_000;

    private final FakeClock clock = new FakeClock();
    private final FramePool chunks = new FramePool((long) SimulatedCard.CHUNK_FRAMES * AudioFormat.BYTES_PER_FRAME, 2);
    private final ProgramAudio program = new ProgramAudio(clock, () -> PICTURE_AGE, this::listen);
    private SimulatedCard card = new SimulatedCard(clock.nanos(), 0, second -> 0);
    private double lastFrame;
    private double farthestOffNanos;
    private double farthestStampNanos;
    private double fastest;
    private double slowest;
    private int quiet;
    private int inexact;

    @BeforeEach
    void theCardDeliversMeanwhile() {
        clock.meanwhile(this::deliver);
    }

    @AfterEach
    void nothingStaysLent() {
        program.close();
        assertThat(chunks.lent()).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {100, -250, 800})
    void tick_cardDrifts_isHeardEvenlyAndInTime(double ppm) throws InterruptedException {
        card = new SimulatedCard(clock.nanos(), JITTER, second -> ppm);
        run(MINUTE);
        forget();

        run(2 * MINUTE);

        assertInTime();
        assertThat(program.driftPpm()).isCloseTo(ppm, within(5.0));
    }

    @Test
    void tick_cardComesBackWithAnotherRate_isHeardInTimeAMinuteLater() throws InterruptedException {
        card = new SimulatedCard(clock.nanos(), JITTER, second -> 800);
        run(2 * MINUTE);
        card = new SimulatedCard(clock.nanos() + 1_000_000_000L, JITTER, second -> -250);
        run(MINUTE);
        forget();

        run(2 * MINUTE);

        assertInTime();
        assertThat(program.driftPpm()).isCloseTo(-250, within(5.0));
    }

    @Test
    void tick_clockAsTheStudios_isCopiedBitByBit() throws InterruptedException {
        run(MINUTE);
        forget();

        run(MINUTE);

        assertThat(inexact).isZero();
        assertInTime();
        assertThat(program.driftPpm()).isCloseTo(0, within(0.01));
    }

    private void assertInTime() {
        assertThat(quiet).isZero();
        assertThat(farthestOffNanos).isLessThan(2e6);
        assertThat(farthestStampNanos).isLessThan(2e6);
        double resolution = 0.03 / AudioFormat.BLOCK_FRAMES;
        assertThat(fastest).isLessThan(1_000e-6 + resolution);
        assertThat(slowest).isGreaterThan(-1_000e-6 - resolution);
    }

    private void forget() {
        farthestOffNanos = 0;
        farthestStampNanos = 0;
        fastest = 0;
        slowest = 0;
        quiet = 0;
        inexact = 0;
    }

    private void run(int ticks) throws InterruptedException {
        for (int i = 0; i < ticks; i++) {
            while (card.arrivesNanos() <= clock.nanos()) {
                deliver(clock.nanos());
            }
            program.tick();
        }
    }

    private void deliver(long deadlineNanos) {
        if (card.arrivesNanos() > deadlineNanos) {
            return;
        }
        clock.advanceTo(card.arrivesNanos());
        var buffer = Objects.requireNonNull(chunks.tryLend());
        try (var chunk = new AudioFrame(SimulatedCard.CHUNK_FRAMES, card.stampNanos(), buffer)) {
            for (int i = 0; i < SimulatedCard.CHUNK_FRAMES; i++) {
                chunk.setSample(2 * i, sample(card.position() + i));
                chunk.setSample(2 * i + 1, sample(card.position() + i));
            }
            program.input().offer(chunk);
        }
        card.next();
    }

    private static float sample(long frame) {
        return (float) (LOWEST + HEIGHT * Math.floorMod(frame, RAMP_FRAMES) / RAMP_FRAMES);
    }

    private boolean listen(AudioFrame block) {
        for (int i = 0; i < block.frames(); i++) {
            quiet += block.sample(2 * i) == 0 ? 1 : 0;
        }
        double wanted = card.frameAt((double) (block.ptsNanos() - PICTURE_AGE));
        if (Math.abs(Math.IEEEremainder(wanted, RAMP_FRAMES)) < EDGE_FRAMES) {
            lastFrame = Double.NaN;
            return true;
        }
        double inRamp = (block.sample(0) - LOWEST) / HEIGHT * RAMP_FRAMES;
        double frame = wanted + Math.IEEEremainder(inRamp - wanted, RAMP_FRAMES);
        inexact += block.sample(0) == sample(Math.round(frame)) ? 0 : 1;
        double trueNanos = card.trueNanosAt(frame);
        farthestOffNanos = Math.max(farthestOffNanos, Math.abs(trueNanos - (block.ptsNanos() - PICTURE_AGE)));
        farthestStampNanos = Math.max(farthestStampNanos, Math.abs(trueNanos - block.capturedNanos()));
        if (!Double.isNaN(lastFrame)) {
            double deviation = (frame - lastFrame) / AudioFormat.BLOCK_FRAMES - 1;
            fastest = Math.max(fastest, deviation);
            slowest = Math.min(slowest, deviation);
        }
        lastFrame = frame;
        return true;
    }
}
