package liveroom.bench.fanout;

/// How old things were, counted by the millisecond up to five seconds. Not safe for use by several threads.
final class Ages {
    private static final int MOST_MILLIS = 5000;

    private final int[] counts = new int[MOST_MILLIS + 1];
    private long all;

    /// Counts one; what is older than five seconds counts as that old.
    void add(double millis) {
        counts[Math.clamp(Math.round(millis), 0, MOST_MILLIS)]++;
        all++;
    }

    void add(Ages other) {
        for (int i = 0; i <= MOST_MILLIS; i++) {
            counts[i] += other.counts[i];
        }
        all += other.all;
    }

    /// The age that so many per cent do not exceed; not a number if there is none.
    double at(int percent) {
        long wanted = (long) Math.ceil(percent / 100.0 * all);
        long seen = 0;
        for (int i = 0; i <= MOST_MILLIS && all > 0; i++) {
            seen += counts[i];
            if (seen >= Math.max(1, wanted)) {
                return i;
            }
        }
        return Double.NaN;
    }
}
