package liveroom.transport;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/// One figure of each of the last sixty seconds, some of which may be unknown. Not thread-safe.
final class LastMinute {
    private static final int SECONDS = 60;

    private final double[] seconds = new double[SECONDS];
    private int next;

    LastMinute() {
        Arrays.fill(seconds, Double.NaN);
    }

    /// A second is over.
    ///
    /// @param figure of that second; empty if it is not known
    void add(OptionalDouble figure) {
        seconds[next] = figure.orElse(Double.NaN);
        next = (next + 1) % SECONDS;
    }

    /// What the given share of the known seconds does not exceed; empty if none is known.
    ///
    /// @param share above 0, up to 1
    OptionalDouble percentile(double share) {
        return percentile(share, DoubleUnaryOperator.identity());
    }

    /// The same of the figures without their signs.
    OptionalDouble percentileOfSizes(double share) {
        return percentile(share, Math::abs);
    }

    private OptionalDouble percentile(double share, DoubleUnaryOperator of) {
        double[] known =
                Arrays.stream(seconds).filter(Double::isFinite).map(of).sorted().toArray();
        if (known.length == 0) {
            return OptionalDouble.empty();
        }
        int rank = (int) Math.ceil(share * known.length);
        return OptionalDouble.of(known[Math.max(rank, 1) - 1]);
    }
}
