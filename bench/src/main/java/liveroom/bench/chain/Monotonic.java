package liveroom.bench.chain;

/// The time base of the measuring chain: the system's monotonic clock in milliseconds, with an arbitrary origin.
public final class Monotonic {
    private Monotonic() {}

    /// Now.
    public static double millis() {
        return System.nanoTime() / 1e6;
    }

    /// What to add to a monotonic time for Unix time in milliseconds, at this instant.
    public static double unixOffsetMillis() {
        double best = Double.POSITIVE_INFINITY;
        double offset = 0;
        for (int i = 0; i < 20; i++) {
            double before = millis();
            var now = java.time.Instant.now();
            double after = millis();
            if (after - before < best) {
                best = after - before;
                offset = now.getEpochSecond() * 1e3 + now.getNano() / 1e6 - (before + after) / 2;
            }
        }
        return offset;
    }
}
