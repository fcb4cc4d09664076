package liveroom.transport.shared;

/// How far capture lies before the program's timeline, smoothed: single captures come early and late, the
/// timeline and what viewers are told do not. Confined to one thread.
final class CaptureLag {
    private static final double SMOOTHING = 1.0 / 32;
    /// Another source, rather than the same one early or late.
    private static final long LEAP_NANOS = 150_000_000;

    private double lagNanos;
    private boolean seen;
    private long lastCapturedNanos;

    /// Notes one packet. What the program shows once more, or what is encoded more than once, counts once.
    void note(long ptsNanos, long capturedNanos) {
        if (seen && capturedNanos == lastCapturedNanos) {
            return;
        }
        double lag = ptsNanos - capturedNanos;
        boolean leaps = !seen || Math.abs(lag - lagNanos) > LEAP_NANOS;
        lagNanos = leaps ? lag : lagNanos + (lag - lagNanos) * SMOOTHING;
        lastCapturedNanos = capturedNanos;
        seen = true;
    }

    /// Whether anything is known.
    boolean isKnown() {
        return seen;
    }

    long nanos() {
        return (long) lagNanos;
    }
}
