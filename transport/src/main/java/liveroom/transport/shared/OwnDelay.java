package liveroom.transport.shared;

import java.util.Arrays;

/// How much longer pictures of one rung take in the studio than the fastest of the last half minute, from capture until
/// they are sent. Viewers reckon from capture on, and cannot tell that from a delay on the way: what a busy studio
/// causes is no reason to serve them a lower rung, whose encoder would keep it busier. Pure.
final class OwnDelay {
    private static final int REMEMBERED_SECONDS = 30;

    private final double[] fastest = new double[REMEMBERED_SECONDS];
    private int second;
    private double fastestNow;
    private double sum;
    private int count;
    private double latest;
    private double before;

    OwnDelay() {
        Arrays.fill(fastest, Double.POSITIVE_INFINITY);
        begin();
    }

    private void begin() {
        fastestNow = Double.POSITIVE_INFINITY;
        sum = 0;
        count = 0;
    }

    /// A picture is sent so long after its capture.
    void note(double millis) {
        sum += millis;
        count++;
        fastestNow = Math.min(fastestNow, millis);
    }

    /// A second has passed.
    void tick() {
        fastest[second++ % REMEMBERED_SECONDS] = fastestNow;
        before = latest;
        latest = grownNow();
        begin();
    }

    /// In milliseconds, the most of the seconds that a report which comes now may be of: those of a viewer are its own.
    double grownMs() {
        return Math.max(Math.max(before, latest), grownNow());
    }

    private double grownNow() {
        if (count == 0) {
            return 0;
        }
        double least = fastestNow;
        for (double each : fastest) {
            least = Math.min(least, each);
        }
        return sum / count - least;
    }
}
