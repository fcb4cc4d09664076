package liveroom.capture.program;

import liveroom.capture.media.StudioClock;

/// A steady beat on the studio clock. Confined to one thread but for [#skippedTicks()].
final class Pacer {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /// What becomes of ticks that have passed by the time the thread gets to run.
    enum Lateness {
        /// Skipped and counted, never made up for in a burst: pictures.
        SKIP,
        /// Made up for at once, unless more than half a second is gone: sound must not lose a sample.
        CATCH_UP
    }

    private final StudioClock clock;
    private final Lateness lateness;
    private final int ticksPerSecond;
    private long originNanos;
    private long tick;
    private volatile long skippedTicks;

    Pacer(StudioClock clock, int ticksPerSecond, Lateness lateness) {
        this.clock = clock;
        this.lateness = lateness;
        this.ticksPerSecond = ticksPerSecond;
        this.originNanos = clock.nanos();
    }

    /// Waits for the next tick and returns the instant it was due.
    long awaitTick() throws InterruptedException {
        long dueNanos = next();
        clock.awaitExactly(dueNanos);
        return dueNanos;
    }

    /// Counts on to the next tick without waiting for it, and returns the instant it is due.
    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
    long next() {
        tick++;
        long late = clock.nanos() - due(tick);
        long tolerated = lateness == Lateness.SKIP ? periodNanos() : NANOS_PER_SECOND / 2;
        if (late >= tolerated) {
            long missed = late / periodNanos();
            tick += missed;
            skippedTicks += missed;
        }
        return due(tick);
    }

    /// Moves every tick to come. The beat stays even: call it with a small part of the period only.
    void nudge(long nanos) {
        originNanos += nanos;
    }

    long periodNanos() {
        return NANOS_PER_SECOND / ticksPerSecond;
    }

    long skippedTicks() {
        return skippedTicks;
    }

    private long due(long index) {
        return originNanos + index * NANOS_PER_SECOND / ticksPerSecond;
    }
}
