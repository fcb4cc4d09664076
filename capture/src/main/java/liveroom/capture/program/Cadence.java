package liveroom.capture.program;

/// How evenly items leave that ought to leave at a steady beat. One thread writes, any reads.
final class Cadence {
    /// What an eye does not see: an eighth of the time between two pictures at thirty a second.
    static final long TOLERANCE_NANOS = 4_000_000;

    private final long periodNanos;
    private long beforeNanos;
    private boolean begun;
    private volatile long uneven;

    Cadence(long periodNanos) {
        this.periodNanos = periodNanos;
    }

    /// One left, on the studio clock.
    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
    void left(long nanos) {
        if (begun && Math.abs(nanos - beforeNanos - periodNanos) > TOLERANCE_NANOS) {
            uneven++;
        }
        begun = true;
        beforeNanos = nanos;
    }

    /// Items that left sooner or later than a period after the one before, by more than the tolerance.
    long uneven() {
        return uneven;
    }
}
