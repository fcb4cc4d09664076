package liveroom.capture.program;

import liveroom.capture.media.StudioClock;

/// A steady beat on the studio clock. Confined to one thread but for [#skippedTicks()].
final class Pacer {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final StudioClock clock;
    private final int ticksPerSecond;
    private long originNanos;
    private long tick;
    private int madeUpFor;
    private volatile long skippedTicks;

    Pacer(StudioClock clock, int ticksPerSecond) {
        this.clock = clock;
        this.ticksPerSecond = ticksPerSecond;
        this.originNanos = clock.nanos();
    }

    /// So many ticks, if they have passed by the time the thread gets to run, are made up for at once. Where more have,
    /// all of them are skipped and counted.
    void makeUpFor(int ticks) {
        madeUpFor = ticks;
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
        if (late >= (madeUpFor + 1) * periodNanos()) {
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
