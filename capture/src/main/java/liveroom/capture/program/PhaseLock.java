package liveroom.capture.program;

/// Finds the moment in a source's own rhythm at which the program should take its picture: shortly after it arrives.
/// Without it, a source as fast as the program drifts through the tick, and each time it passes, one picture is lost
/// and another shown twice; and the picture waits half a period on average.
///
/// It engages only while the source brings as many pictures as there are ticks. Confined to the `program` thread.
final class PhaseLock {
    static final long NEAREST_NANOS = 4_000_000;
    static final long FARTHEST_NANOS = 8_000_000;
    static final long STEP_NANOS = 200_000;
    private static final int WINDOW_TICKS = 30;

    private int ticks;
    private long arrivalsBefore;
    private long shortestWaitNanos = Long.MAX_VALUE;
    private long correctionNanos;

    /// Reports a tick at which a picture was taken.
    ///
    /// @param waitedNanos how long the picture had been there
    void fresh(long waitedNanos) {
        shortestWaitNanos = Math.min(shortestWaitNanos, waitedNanos);
    }

    /// Ends a tick.
    ///
    /// @param arrivals pictures that the source has brought since it began
    /// @return by how much to move the ticks to come, in nanoseconds
    long tick(long arrivals) {
        if (++ticks == WINDOW_TICKS) {
            boolean inStep = Math.abs(arrivals - arrivalsBefore - WINDOW_TICKS) <= 1;
            correctionNanos = inStep ? correction(shortestWaitNanos) : 0;
            ticks = 0;
            arrivalsBefore = arrivals;
            shortestWaitNanos = Long.MAX_VALUE;
        }
        long step = Math.clamp(correctionNanos, -STEP_NANOS, STEP_NANOS);
        correctionNanos -= step;
        return step;
    }

    private static long correction(long shortestWaitNanos) {
        if (shortestWaitNanos < NEAREST_NANOS) {
            return NEAREST_NANOS + 1_000_000 - shortestWaitNanos;
        }
        if (shortestWaitNanos > FARTHEST_NANOS) {
            return FARTHEST_NANOS - 1_000_000 - shortestWaitNanos;
        }
        return 0;
    }
}
