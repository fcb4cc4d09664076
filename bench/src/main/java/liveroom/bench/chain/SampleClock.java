package liveroom.bench.chain;

import java.util.ArrayList;
import java.util.List;

/// Finds when the samples of a sound card were played from when their blocks arrived: always at or after their time.
///
/// The least late block of each second is kept. The line through these gives the card's rate; the earliest of them
/// lies on it. Short recordings are taken to run at the nominal rate. Not safe for use by several threads.
final class SampleClock {
    private static final int SHORTEST_FIT_SECONDS = 10;

    private final int nominalHz;
    private final List<Arrival> leastLate = new ArrayList<>();

    SampleClock(int nominalHz) {
        this.nominalHz = nominalHz;
    }

    /// Notes that the sample before `samples` had been played by `millis`.
    void arrived(long samples, double millis) {
        var arrival = new Arrival(samples, millis - samples * 1000.0 / nominalHz);
        int second = (int) (samples / nominalHz);
        int last = leastLate.size() - 1;
        if (last < 0 || leastLate.get(last).samples / nominalHz < second) {
            leastLate.add(arrival);
        } else if (arrival.lateMillis < leastLate.get(last).lateMillis) {
            leastLate.set(last, arrival);
        }
    }

    /// What is known so far.
    Line line() {
        double slope = leastLate.size() < SHORTEST_FIT_SECONDS ? 0 : slope();
        double offset = leastLate.stream()
                .mapToDouble(arrival -> arrival.lateMillis - slope * arrival.samples)
                .min()
                .orElseThrow(() -> new IllegalStateException("nothing was recorded"));
        return new Line(offset, 1000.0 / nominalHz + slope);
    }

    /// By how much more than nominal each sample takes, in milliseconds: least squares.
    private double slope() {
        double meanSamples = leastLate.stream()
                .mapToDouble(arrival -> (double) arrival.samples)
                .average()
                .orElse(0);
        double meanLate =
                leastLate.stream().mapToDouble(Arrival::lateMillis).average().orElse(0);
        double product = 0;
        double square = 0;
        for (Arrival arrival : leastLate) {
            double from = arrival.samples - meanSamples;
            product += from * (arrival.lateMillis - meanLate);
            square += from * from;
        }
        return product / square;
    }

    private record Arrival(long samples, double lateMillis) {}

    /// The time of each sample.
    ///
    /// @param startMillis of the first, see [Monotonic]
    /// @param millisPerSample of the card's own clock
    record Line(double startMillis, double millisPerSample) {
        double millisAt(double sample) {
            return startMillis + sample * millisPerSample;
        }
    }
}
