package liveroom.capture.program;

import liveroom.capture.media.AudioFormat;

/// When each sample of a source was captured, on the studio clock, and by how much the source's own clock runs
/// faster. Samples come evenly; their stamps are jittery, late by up to some 10 ms, never early.
///
/// **Method.** Each stamp says by how much its sample is later than one of a source at the nominal rate. Of every
/// second of sound the least late is kept, for the last [#SECONDS] of them; the line through these, by least squares,
/// is the source's clock. While there are few, its slope is drawn towards the drift that was known before.
///
/// **Where sound was lost**, the line begins again with the same slope: at once if a stamp leaps by more than jitter
/// can, [#LEAP_NANOS], else when two seconds on end are farther than [#STEP_NANOS] from the line. One such second is
/// left out.
///
/// Pure arithmetic on what it is told: deterministic, without allocation. Not thread-safe: its owner holds a lock.
final class SourceClock {
    static final double MAX_DRIFT = 1_000e-6;
    static final int SECONDS = 90;
    static final long STEP_NANOS = 4_000_000;
    static final long LEAP_NANOS = 15_000_000;
    private static final double NANOS_PER_FRAME = 1e9 / AudioFormat.SAMPLE_RATE_HZ;
    private static final double SECOND_NANOS = 1e9;
    /// How much the former drift counts for, in seconds squared: minima that are 0.4 ms off, drifts of 100 ppm.
    private static final double PRIOR_SECONDS_SQUARED = 16;

    private final double[] times = new double[SECONDS];
    private final double[] lates = new double[SECONDS];
    private int seconds;
    private int next;
    private boolean astray;

    /// The stream's first sample, where the nominal times begin.
    private long firstPosition;
    private long firstNanos;

    private long second;
    private double lastLate;
    private double leastTime;
    private double leastLate;
    private boolean noted;

    private double meanTime;
    private double meanLate;
    private double slope;
    private double priorSlope;

    /// A new stream, whose sample at `position` was captured at `nanos`. The drift is taken to be as before until
    /// more is known.
    void begin(long position, long nanos) {
        firstPosition = position;
        firstNanos = nanos;
        second = 0;
        meanTime = 0;
        meanLate = 0;
        lastLate = 0;
        forget();
    }

    private void forget() {
        seconds = 0;
        next = 0;
        astray = false;
        noted = false;
        priorSlope = slope;
    }

    /// Notes that the sample at `position` is stamped with `nanos`.
    void note(long position, long nanos) {
        double time = nominal((double) position);
        double late = (double) (nanos - firstNanos) - time;
        if (Math.abs(late - lastLate) > LEAP_NANOS) {
            forget();
        }
        lastLate = late;
        long now = (long) (time / SECOND_NANOS);
        if (now != second && noted) {
            endSecond();
        }
        second = now;
        if (!noted || late - slope * time < leastLate - slope * leastTime) {
            noted = true;
            leastTime = time;
            leastLate = late;
        }
        if (seconds == 0) {
            meanTime = leastTime;
            meanLate = leastLate;
        }
    }

    private void endSecond() {
        noted = false;
        boolean off = seconds > 0 && Math.abs(leastLate - lateAt(leastTime)) > STEP_NANOS;
        if (off && !astray) {
            astray = true;
            return;
        }
        if (off) {
            forget();
        }
        astray = false;
        times[next] = leastTime;
        lates[next] = leastLate;
        next = (next + 1) % SECONDS;
        seconds = Math.min(seconds + 1, SECONDS);
        fit();
    }

    private void fit() {
        double time = 0;
        double late = 0;
        for (int i = 0; i < seconds; i++) {
            time += times[i] / seconds;
            late += lates[i] / seconds;
        }
        double prior = seconds < SECONDS ? PRIOR_SECONDS_SQUARED * SECOND_NANOS * SECOND_NANOS : 0;
        double square = prior;
        double product = prior * priorSlope;
        for (int i = 0; i < seconds; i++) {
            square += (times[i] - time) * (times[i] - time);
            product += (times[i] - time) * (lates[i] - late);
        }
        meanTime = time;
        meanLate = late;
        double drift = Math.clamp(inverse(product / square), -MAX_DRIFT, MAX_DRIFT);
        slope = inverse(drift);
    }

    /// Who takes so much longer is so much slower, and the other way round.
    private static double inverse(double deviation) {
        return -deviation / (1 + deviation);
    }

    private double nominal(double position) {
        return (position - (double) firstPosition) * NANOS_PER_FRAME;
    }

    private double lateAt(double time) {
        return meanLate + slope * (time - meanTime);
    }

    /// By how much the source brings more samples than the nominal rate, as a share of it: 0.0001 is 100 ppm.
    double drift() {
        return slope == 0 ? 0 : inverse(slope);
    }

    /// Capture time of the sample at a position.
    long nanosAt(double position) {
        double time = nominal(position);
        return firstNanos + Math.round(time + lateAt(time));
    }

    /// The position captured at a time.
    double positionAt(long nanos) {
        double time = ((double) (nanos - firstNanos) - meanLate + slope * meanTime) / (1 + slope);
        return (double) firstPosition + time / NANOS_PER_FRAME;
    }
}
