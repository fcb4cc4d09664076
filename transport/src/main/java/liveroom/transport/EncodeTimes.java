package liveroom.transport;

import java.util.Arrays;
import java.util.List;

/// How long the lane's encoders took for a picture, lately. They tell sums alone: one value is the mean of one viewer's
/// pictures in one second. Confined to the thread `room`.
final class EncodeTimes {
    /// A minute of ten viewers.
    private static final int KEPT = 600;

    private final double[] millis = new double[KEPT];
    private int added;

    void add(List<Traffic> second) {
        for (Traffic traffic : second) {
            if (traffic.framesEncoded() > 0) {
                millis[added++ % KEPT] = traffic.encodeMillis();
            }
        }
        if (second.isEmpty()) {
            added = 0;
        }
    }

    /// 0 while nothing is encoded, and where each picture took less than a millisecond: libwebrtc adds whole ones.
    ///
    /// @param share 0.5 for the middle
    double percentile(double share) {
        int count = Math.min(added, KEPT);
        double[] sorted = Arrays.copyOf(millis, count);
        Arrays.sort(sorted);
        return count == 0 ? 0 : sorted[Math.min(count - 1, (int) (share * count))];
    }
}
