package liveroom.capture.program;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import liveroom.capture.media.AudioFormat;

/// A sound card whose crystal is off: chunks of 20 ms that arrive in bursts of up to four, stamped late by up to some
/// milliseconds. Deterministic.
final class SimulatedCard {
    static final int CHUNK_FRAMES = 960;
    private static final int LONGEST_BURST = 4;
    private static final double LATEST_NANOS = 1_000_000;

    private final Random random = new Random(3);
    private final double startNanos;
    private final DoubleUnaryOperator ppmAtSecond;
    private final double jitterNanos;
    private double drift;
    private double trueNanos;
    private long position;
    private int leftInBurst;
    private long stampNanos;
    private long arrivesNanos;

    SimulatedCard(long startNanos, long jitterNanos, DoubleUnaryOperator ppmAtSecond) {
        this.startNanos = startNanos;
        this.trueNanos = startNanos;
        this.jitterNanos = jitterNanos;
        this.ppmAtSecond = ppmAtSecond;
        make();
    }

    /// Goes on to the next chunk.
    void next() {
        position += CHUNK_FRAMES;
        trueNanos = trueNanosAfter(CHUNK_FRAMES);
        make();
    }

    private void make() {
        drift = ppmAtSecond.applyAsDouble((trueNanos - startNanos) / 1e9) * 1e-6;
        if (leftInBurst == 0) {
            leftInBurst = 1 + random.nextInt(LONGEST_BURST);
            double end = trueNanosAfter((double) leftInBurst * CHUNK_FRAMES);
            arrivesNanos = Math.round(end + random.nextDouble() * LATEST_NANOS);
        }
        leftInBurst--;
        stampNanos = Math.round(trueNanos + random.nextDouble() * jitterNanos);
    }

    /// Of the chunk's first frame.
    long position() {
        return position;
    }

    long stampNanos() {
        return stampNanos;
    }

    long arrivesNanos() {
        return arrivesNanos;
    }

    /// When a frame not far from the present chunk was captured in truth.
    double trueNanosAt(double frame) {
        return trueNanosAfter(frame - (double) position);
    }

    private double trueNanosAfter(double frames) {
        return trueNanos + frames * 1e9 / (AudioFormat.SAMPLE_RATE_HZ * (1 + drift));
    }

    /// The frame that was captured at a time, in truth.
    double frameAt(double nanos) {
        return (double) position + (nanos - trueNanos) * AudioFormat.SAMPLE_RATE_HZ * (1 + drift) / 1e9;
    }
}
