package liveroom.capture.media;

/// How far capture lies before the place of what was captured, smoothed: single captures come early and late, the
/// program's timeline and what viewers are told do not. Noted by one thread, read by any.
public final class CaptureLag {
    private static final double SMOOTHING = 1.0 / 32;
    /// Another source, rather than the same one early or late.
    private static final long LEAP_NANOS = 150_000_000;

    private volatile double lagNanos;
    private volatile boolean seen;
    private long lastCapturedNanos;

    /// Notes what was captured at `capturedNanos` and placed at `placedNanos`, on the studio clock. What
    /// the program shows once more, or what is encoded more than once, counts once.
    public void note(long placedNanos, long capturedNanos) {
        if (seen && capturedNanos == lastCapturedNanos) {
            return;
        }
        double before = lagNanos;
        double lag = placedNanos - capturedNanos;
        boolean leaps = !seen || Math.abs(lag - before) > LEAP_NANOS;
        lagNanos = leaps ? lag : before + (lag - before) * SMOOTHING;
        lastCapturedNanos = capturedNanos;
        seen = true;
    }

    /// Whether anything is known.
    public boolean isKnown() {
        return seen;
    }

    /// 0 as long as nothing is known.
    public long nanos() {
        return (long) lagNanos;
    }
}
