package liveroom.capture.source;

import java.util.concurrent.TimeUnit;

/// Stamps the sound of a device. Blocks arrive with jitter, never before they were captured; samples come evenly. So
/// the stamps advance by the samples, and are led slowly towards the earliest arrivals, which also takes up the drift
/// between the device's clock and the studio's. Confined to one thread; allocates nothing.
final class ArrivalClock {
    private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);
    /// How long the earliest arrival is looked for before the stamps follow it.
    private static final long WINDOW_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    /// While a device has just been opened, what had piled up in it comes in a burst.
    private static final long SETTLING_NANOS = TimeUnit.MILLISECONDS.toNanos(300);
    /// At most this much of a correction per second of sound: 5 ms.
    private static final long SLEW = 200;
    /// Farther off than this, sound is missing: jump.
    private static final long GAP_NANOS = TimeUnit.MILLISECONDS.toNanos(80);

    private boolean begun;
    private long beganNanos;
    private long nextNanos;
    private long fraction;
    private long windowEndNanos;
    private long leastLateNanos;
    private long correctionNanos;

    /// Stamps one block.
    ///
    /// @param arrivedNanos when the block came
    /// @return capture time of the first of its `frames`
    long stamp(long arrivedNanos, int frames, int rateHz) {
        long lengthNanos = frames * SECOND_NANOS / rateHz;
        long observed = arrivedNanos - lengthNanos;
        if (!begun) {
            begin(arrivedNanos, observed);
        }
        long late = observed - nextNanos;
        leastLateNanos = Math.min(leastLateNanos, late);
        if ((!settled(arrivedNanos) && late < 0) || late < -GAP_NANOS) {
            jump(arrivedNanos, observed);
        } else if (arrivedNanos - windowEndNanos >= 0) {
            if (leastLateNanos > GAP_NANOS) {
                jump(arrivedNanos, observed);
            } else {
                correctionNanos = leastLateNanos;
                openWindow(arrivedNanos);
            }
        }
        long stamp = nextNanos;
        advance(frames, rateHz, lengthNanos);
        return stamp;
    }

    /// Whether what had piled up in the device is over. Until then its sound is best left out: it is old, and its
    /// stamps overlap.
    boolean settled(long arrivedNanos) {
        return begun && arrivedNanos - beganNanos >= SETTLING_NANOS;
    }

    private void begin(long arrivedNanos, long observed) {
        begun = true;
        beganNanos = arrivedNanos;
        nextNanos = observed;
        openWindow(arrivedNanos);
    }

    private void jump(long arrivedNanos, long observed) {
        nextNanos = observed;
        correctionNanos = 0;
        fraction = 0;
        openWindow(arrivedNanos);
    }

    private void openWindow(long arrivedNanos) {
        windowEndNanos = arrivedNanos + WINDOW_NANOS;
        leastLateNanos = Long.MAX_VALUE;
    }

    private void advance(int frames, int rateHz, long lengthNanos) {
        long limit = lengthNanos / SLEW;
        long step = Math.clamp(correctionNanos, -limit, limit);
        correctionNanos -= step;
        long exact = frames * SECOND_NANOS + fraction;
        fraction = exact % rateHz;
        nextNanos += exact / rateHz + step;
    }
}
