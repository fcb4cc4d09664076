package liveroom.transport.shared;

/// How long to wait before something is tried again: longer after every failure, the first wait again after a
/// success.
final class Patience {
    private final long firstNanos;
    private final long longestNanos;
    private final double growth;
    private long nanos;

    Patience(long firstNanos, long longestNanos, double growth) {
        this.firstNanos = firstNanos;
        this.longestNanos = longestNanos;
        this.growth = growth;
        nanos = firstNanos;
    }

    long nanos() {
        return nanos;
    }

    void failed() {
        nanos = Math.min(longestNanos, (long) (nanos * growth));
    }

    /// It will not succeed for long.
    void exhausted() {
        nanos = longestNanos;
    }

    void succeeded() {
        nanos = firstNanos;
    }
}
