package liveroom.transport.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// A token bucket for each of the last thousand requesters: a burst is let through, then a steady rate. Free-threaded.
public final class RateLimit {
    private static final int MAX_REQUESTERS = 1000;

    private final double perSecond;
    private final double burst;
    private final LongSupplier nanos;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MAX_REQUESTERS;
        }
    };

    /// @param nanos a monotonic clock
    public RateLimit(double perSecond, double burst, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.nanos = nanos;
    }

    /// Takes `cost` tokens of `requester` if they are there.
    public synchronized boolean admits(String requester, double cost) {
        long now = nanos.getAsLong();
        Bucket bucket = buckets.computeIfAbsent(requester, _ -> new Bucket(burst, now));
        bucket.tokens = Math.min(burst, bucket.tokens + (now - bucket.filledNanos) * 1e-9 * perSecond);
        bucket.filledNanos = now;
        if (bucket.tokens < cost) {
            return false;
        }
        bucket.tokens -= cost;
        return true;
    }

    private static final class Bucket {
        double tokens;
        long filledNanos;

        Bucket(double tokens, long filledNanos) {
            this.tokens = tokens;
            this.filledNanos = filledNanos;
        }
    }
}
