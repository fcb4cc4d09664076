package liveroom.capture.source;

import static org.assertj.core.api.Assertions.fail;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for a condition, with a deadline that only a failure reaches.
final class Await {
    private static final long DEADLINE_NANOS = 40_000_000_000L;

    private Await() {}

    static void until(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + DEADLINE_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                fail("never came: " + what);
            }
            LockSupport.parkNanos(2_000_000);
        }
    }
}
