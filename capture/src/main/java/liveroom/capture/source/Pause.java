package liveroom.capture.source;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import liveroom.capture.media.StudioClock;

/// Waits on a source's thread, in short pieces, so that a source that shall end does so soon.
final class Pause {
    private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private Pause() {}

    /// Waits until `nanos` of the clock, but at most 20 ms.
    ///
    /// @return whether the time has come
    static boolean until(long nanos, StudioClock clock) {
        long left = nanos - clock.nanos();
        if (left > 0) {
            LockSupport.parkNanos(Math.min(left, LONGEST_NANOS));
        }
        return clock.nanos() - nanos >= 0;
    }
}
