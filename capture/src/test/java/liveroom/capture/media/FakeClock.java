package liveroom.capture.media;

import java.util.function.LongConsumer;

/// A clock that stands still until it is told, or waited on, to move on.
public final class FakeClock implements StudioClock {
    private long nanos = 1_000_000_000_000L;
    private LongConsumer meanwhile = deadline -> {};

    @Override
    public long nanos() {
        return nanos;
    }

    /// What happens elsewhere while someone sleeps; gets the sleeper's deadline, and may move the clock up to it.
    public void meanwhile(LongConsumer events) {
        meanwhile = events;
    }

    @Override
    public void sleepUntil(long deadlineNanos) {
        meanwhile.accept(deadlineNanos);
        nanos = Math.max(nanos, deadlineNanos);
    }

    @Override
    public void awaitExactly(long deadlineNanos) {
        sleepUntil(deadlineNanos);
    }

    public void advanceTo(long newNanos) {
        nanos = Math.max(nanos, newNanos);
    }

    public void advanceMillis(double millis) {
        nanos += Math.round(millis * 1e6);
    }
}
