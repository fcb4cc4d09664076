package liveroom.bench.chain;

import java.util.ArrayList;
import java.util.List;
import liveroom.bench.chain.FlashDetector.Flash;

/// How late each beep was heard after its flash was seen.
///
/// @param pairs in the order of time
/// @param lonelyFlashes flashes without a beep within a fifth of a second
/// @param uncertain flashes of which the first picture may have gone unseen, and which were left out
public record LipSync(List<Pair> pairs, int lonelyFlashes, int uncertain) {
    private static final double REACH_MILLIS = 200;

    /// Pairs each flash with the beep nearest to it, less what the chain itself adds.
    public static LipSync of(List<Flash> flashes, List<Double> beepsMillis, double chainMillis) {
        List<Pair> pairs = new ArrayList<>();
        int lonely = 0;
        int uncertain = 0;
        for (Flash flash : flashes) {
            if (flash.unseen() > 0) {
                uncertain++;
                continue;
            }
            double nearest = Double.POSITIVE_INFINITY;
            for (double beep : beepsMillis) {
                double late = beep - chainMillis - flash.shownMillis();
                if (Math.abs(late) < Math.abs(nearest)) {
                    nearest = late;
                }
            }
            if (Math.abs(nearest) <= REACH_MILLIS) {
                pairs.add(new Pair(flash.shownMillis(), nearest));
            } else {
                lonely++;
            }
        }
        return new LipSync(List.copyOf(pairs), lonely, uncertain);
    }

    /// The middle of all.
    public double medianMillis() {
        double[] sorted =
                pairs.stream().mapToDouble(Pair::soundLateMillis).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalStateException("no flash has a beep");
        }
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /// The largest distance from the median.
    public double spreadMillis() {
        double median = medianMillis();
        return pairs.stream()
                .mapToDouble(pair -> Math.abs(pair.soundLateMillis() - median))
                .max()
                .orElse(0);
    }

    /// One flash with its beep.
    ///
    /// @param shownMillis when the flash was seen, see [Monotonic]
    /// @param soundLateMillis negative if the beep was heard first
    public record Pair(double shownMillis, double soundLateMillis) {}
}
