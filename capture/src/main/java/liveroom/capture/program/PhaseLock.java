package liveroom.capture.program;

import java.util.Arrays;

/// Finds the moment in a source's own rhythm at which the program should take its picture:
/// shortly after it arrives. Without it, a source as fast as the program drifts through the tick,
/// and each time it passes, one picture comes late and another early; and the picture waits half
/// a period on average.
///
/// Where pictures come unevenly, it waits for the later ones: it moves away from the arrivals
/// within a second, and back in another, or, where every picture counts, only when none has come
/// late for ten. It engages only while the source brings as many pictures as there are ticks: at
/// first in one leap, so that a source that begins is not late for seconds, then in small steps.
/// A picture of a live source that is late may hold up its tick for a moment, so that all others
/// need not be so much older. Confined to the `program` thread.
final class PhaseLock {
    /// Less than what is off the beat, see [Cadence].
    static final long PATIENCE_NANOS = 2_500_000;
    static final long NEAREST_NANOS = 4_000_000;
    static final long FARTHEST_NANOS = 8_000_000;
    static final long STEP_NANOS = 200_000;
    static final int WINDOW_TICKS = 30;
    private static final int PATIENCE_WINDOWS = 10;

    /// How the source's rate compares with the program's.
    enum Pace {
        /// It has not been watched for long enough.
        UNKNOWN,
        NOT_FASTER,
        FASTER
    }

    private final long[] shortestWaits = new long[PATIENCE_WINDOWS];
    private int windows;
    private int ticks;
    private long arrivalsBefore;
    private long brought = -1;
    private Pace pace = Pace.UNKNOWN;
    private boolean inStep;
    private boolean leaps;
    private long shortestWaitNanos = Long.MAX_VALUE;
    private long correctionNanos;
    /// By how much the two that missed their tick by most in this window did.
    private long mostMissedNanos;
    private long nextMissedNanos;

    PhaseLock() {
        Arrays.fill(shortestWaits, Long.MAX_VALUE);
    }

    /// Reports a tick at which a picture was taken.
    ///
    /// @param waitedNanos how long the picture had been there when the tick was due; less than 0 if it came later
    void fresh(long waitedNanos) {
        shortestWaitNanos = Math.min(shortestWaitNanos, waitedNanos);
    }

    /// Reports a picture that came after its tick, and before the next one's, and was lost. One is an accident; two in
    /// a
    /// second are how the source is, and are waited for like others that come late.
    ///
    /// @param lateNanos how long after its tick it came
    void missed(long lateNanos) {
        if (lateNanos > mostMissedNanos) {
            nextMissedNanos = mostMissedNanos;
            mostMissedNanos = lateNanos;
        } else {
            nextMissedNanos = Math.max(nextMissedNanos, lateNanos);
        }
    }

    /// Ends a tick.
    ///
    /// @param arrivals pictures that the source has brought since it began, less ticks that were
    /// skipped
    /// @return by how much to move the ticks to come, in nanoseconds
    long tick(long arrivals, Priority priority) {
        if (++ticks == WINDOW_TICKS) {
            if (nextMissedNanos > 0) {
                fresh(-nextMissedNanos);
            }
            endWindow(arrivals - arrivalsBefore, priority);
            beginWindow(arrivals);
        }
        long step = leaps ? correctionNanos : Math.clamp(correctionNanos, -STEP_NANOS, STEP_NANOS);
        leaps = false;
        correctionNanos -= step;
        return step;
    }

    /// How long a tick may wait for its picture, in nanoseconds: not at all for a source that does not keep step.
    long patienceNanos(Priority priority) {
        return inStep && priority == Priority.DELAY ? PATIENCE_NANOS : 0;
    }

    /// Faster is what brought too many in each of the last two windows: in one, it may have made
    /// up for a stall.
    Pace pace() {
        return pace;
    }

    private void beginWindow(long arrivals) {
        ticks = 0;
        arrivalsBefore = arrivals;
        shortestWaitNanos = Long.MAX_VALUE;
        mostMissedNanos = 0;
        nextMissedNanos = 0;
    }

    private void endWindow(long nowBrought, Priority priority) {
        if (brought >= 0) {
            pace = Math.min(brought, nowBrought) > WINDOW_TICKS + 1 ? Pace.FASTER : Pace.NOT_FASTER;
        }
        brought = nowBrought;
        leaps = !inStep;
        inStep = Math.abs(nowBrought - WINDOW_TICKS) <= 1;
        if (inStep) {
            shortestWaits[windows++ % PATIENCE_WINDOWS] = shortestWaitNanos;
            correctionNanos = correction(priority);
        } else {
            Arrays.fill(shortestWaits, Long.MAX_VALUE);
            correctionNanos = 0;
        }
    }

    private long correction(Priority priority) {
        long nearest = NEAREST_NANOS - patienceNanos(priority);
        long farthest = FARTHEST_NANOS - patienceNanos(priority);
        if (shortestWaitNanos < nearest) {
            return nearest + 1_000_000 - shortestWaitNanos;
        }
        long surelyWaited = priority == Priority.DELAY ? shortestWaitNanos : shortestOfAll();
        if (surelyWaited > farthest) {
            return farthest - 1_000_000 - surelyWaited;
        }
        return 0;
    }

    private long shortestOfAll() {
        long shortest = Long.MAX_VALUE;
        for (long wait : shortestWaits) {
            shortest = Math.min(shortest, wait);
        }
        return shortest;
    }
}
