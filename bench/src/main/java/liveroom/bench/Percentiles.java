package liveroom.bench;

import java.util.Collection;

/// Order statistics by the nearest rank.
public final class Percentiles {
    private final double[] sorted;

    /// Sorts them.
    ///
    /// @throws IllegalStateException if there are none
    public Percentiles(Collection<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalStateException("nothing was measured");
        }
        sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    /// The value that so many per cent of all do not exceed.
    public double at(int percent) {
        int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
        return sorted[Math.clamp(rank - 1, 0, sorted.length - 1)];
    }
}
