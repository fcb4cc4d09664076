package liveroom.capture.media;

import java.util.concurrent.locks.LockSupport;

/// The one clock of the studio. Every capture time, presentation time and latency is a reading of it or a difference
/// of two readings. Monotonic, in nanoseconds, with an arbitrary origin; free-threaded.
@FunctionalInterface
public interface StudioClock {
    /// The system's monotonic clock, which libwebrtc reads as well.
    StudioClock SYSTEM = System::nanoTime;

    long nanos();

    /// Waits until the clock reads `deadlineNanos` or later.
    default void sleepUntil(long deadlineNanos) throws InterruptedException {
        while (nanos() < deadlineNanos) {
            doze(deadlineNanos);
        }
    }

    /// Waits likewise, but returns sooner if another thread calls [LockSupport#unpark], and now and then for no reason.
    default void doze(long deadlineNanos) throws InterruptedException {
        LockSupport.parkNanos(this, deadlineNanos - nanos());
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    /// Waits likewise, and hardly a moment longer: sleeps until a millisecond before, and keeps the core
    /// from there. On a busy machine a sleeper gets a core late, and that millisecond takes up most of it.
    /// For a few dozen calls a second.
    default void awaitExactly(long deadlineNanos) throws InterruptedException {
        sleepUntil(deadlineNanos - 1_000_000);
        while (nanos() < deadlineNanos) {
            Thread.onSpinWait();
        }
    }
}
