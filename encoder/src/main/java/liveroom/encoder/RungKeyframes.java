package liveroom.encoder;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// Decides which pictures of one rung become keyframes: few for many requests, and regular ones while they are wanted.
///
/// The first request is honoured at once; those that come within a second of it are honoured together when that second
/// is over, if no keyframe has come of itself by then. [#request] and [#regularly] are free-threaded; the rest is
/// confined to the rung's encoder thread.
final class RungKeyframes {
    /// Least time from one keyframe on request to the next.
    static final Duration APART = Duration.ofSeconds(1);

    private static final long NONE = Long.MIN_VALUE;

    private final AtomicLong requestedNanos = new AtomicLong(NONE);
    private volatile int interval = Integer.MAX_VALUE;
    private long grantedNanos = NONE;
    private int sinceLast;

    /// @param nowNanos studio clock
    void request(long nowNanos) {
        requestedNanos.set(nowNanos);
    }

    /// @param pictures most from one keyframe to the next; `Integer.MAX_VALUE` if only requests count
    void regularly(int pictures) {
        interval = pictures;
    }

    /// Whether the next picture is to be a keyframe; asked once for each.
    boolean isNext(long nowNanos) {
        sinceLast++;
        if (sinceLast >= interval) {
            sinceLast = 0;
            return true;
        }
        boolean tooSoon = grantedNanos != NONE && nowNanos - grantedNanos < APART.toNanos();
        if (requestedNanos.get() == NONE || tooSoon) {
            return false;
        }
        grantedNanos = nowNanos;
        return true;
    }

    /// A keyframe has come. It is what was asked for if it was begun after the request.
    void came(long encodeStartedNanos) {
        sinceLast = 0;
        long requested = requestedNanos.get();
        if (requested != NONE && requested - encodeStartedNanos <= 0) {
            requestedNanos.compareAndSet(requested, NONE);
        }
    }
}
