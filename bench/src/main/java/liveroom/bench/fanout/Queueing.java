package liveroom.bench.fanout;

import java.util.ArrayDeque;

/// How much longer pictures are under way now than the fastest of the last half minute, as the page reckons it. Not
/// safe for use by several threads.
final class Queueing {
    private static final int REMEMBERED_SECONDS = 30;

    private final ArrayDeque<Double> fastest = new ArrayDeque<>();
    private double fastestNow = Double.POSITIVE_INFINITY;
    private double sum;
    private int count;

    /// A picture came so long after it was sent.
    void add(double millis) {
        sum += millis;
        count++;
        fastestNow = Math.min(fastestNow, millis);
    }

    /// Of the pictures since the last call, which was a second ago; 0 if there are none.
    double take() {
        fastest.add(fastestNow);
        if (fastest.size() > REMEMBERED_SECONDS) {
            fastest.remove();
        }
        double least = fastest.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double mean = count == 0 ? least : sum / count;
        fastestNow = Double.POSITIVE_INFINITY;
        sum = 0;
        count = 0;
        return Double.isFinite(least) ? mean - least : 0;
    }
}
