package liveroom.capture.program;

import liveroom.capture.media.StudioClock;

/// How often something happened over the last one to two seconds. One writer, any readers.
final class RateMeter {
    private static final long WINDOW_NANOS = 1_000_000_000L;

    private final StudioClock clock;
    private long windowStartNanos;
    private long marks;
    private volatile double perSecond;
    private volatile long measuredNanos;

    RateMeter(StudioClock clock) {
        this.clock = clock;
        this.windowStartNanos = clock.nanos();
    }

    void mark() {
        marks++;
        long now = clock.nanos();
        long elapsed = now - windowStartNanos;
        if (elapsed >= WINDOW_NANOS) {
            perSecond = marks * 1e9 / elapsed;
            measuredNanos = now;
            marks = 0;
            windowStartNanos = now;
        }
    }

    double perSecond() {
        return clock.nanos() - measuredNanos > 3 * WINDOW_NANOS ? 0 : perSecond;
    }
}
