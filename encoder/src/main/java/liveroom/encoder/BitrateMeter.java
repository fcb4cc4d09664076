package liveroom.encoder;

import java.util.concurrent.atomic.AtomicLongArray;

/// Bits a second over the last seconds. Written by one thread, read from any; writing allocates nothing.
final class BitrateMeter {
    private static final long BUCKET_NANOS = 250_000_000;
    private static final int WINDOW = 12;
    private static final int BUCKETS = 16;

    private final AtomicLongArray bytes = new AtomicLongArray(BUCKETS);
    private final AtomicLongArray times = new AtomicLongArray(BUCKETS);

    void add(long nowNanos, long count) {
        long time = Math.floorDiv(nowNanos, BUCKET_NANOS);
        int bucket = Math.floorMod(time, BUCKETS);
        if (times.get(bucket) != time) {
            bytes.set(bucket, 0);
            times.set(bucket, time);
        }
        bytes.addAndGet(bucket, count);
    }

    /// Over the three seconds before this quarter of a second.
    double kbps(long nowNanos) {
        long now = Math.floorDiv(nowNanos, BUCKET_NANOS);
        long sum = 0;
        int first = WINDOW;
        for (int back = 1; back <= WINDOW; back++) {
            int bucket = Math.floorMod(now - back, BUCKETS);
            if (times.get(bucket) == now - back) {
                sum += bytes.get(bucket);
                first = back;
            }
        }
        return sum == 0 ? 0 : sum * 8 / (first * BUCKET_NANOS / 1e9) / 1000;
    }
}
