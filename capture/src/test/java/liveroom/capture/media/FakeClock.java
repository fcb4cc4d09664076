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

    /// What happens elsewhere while someone sleeps: the next event. It gets the sleeper's deadline, and may move the
    /// clock up to it; if it does not, nothing happens before.
    public void meanwhile(LongConsumer events) {
        meanwhile = events;
    }

    @Override
    public void sleepUntil(long deadlineNanos) {
        while (nanos < deadlineNanos) {
            doze(deadlineNanos);
        }
    }

    /// Returns when something has happened elsewhere, as it would to a sleeper who is woken.
    @Override
    public void doze(long deadlineNanos) {
        long before = nanos;
        meanwhile.accept(deadlineNanos);
        if (nanos == before) {
            nanos = Math.max(nanos, deadlineNanos);
        }
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
