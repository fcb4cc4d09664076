package liveroom.app.window.kit;

import java.util.List;
import java.util.Optional;

/// What many viewers measured, in two figures.
///
/// @param worst the one farthest from nought, with its sign
/// @param median as many lie above it as below
public record Spread(double worst, double median) {
    /// Empty if there are no figures.
    public static Optional<Spread> of(List<Double> figures) {
        if (figures.isEmpty()) {
            return Optional.empty();
        }
        List<Double> sorted = figures.stream().sorted().toList();
        int middle = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        double least = sorted.getFirst();
        double most = sorted.getLast();
        return Optional.of(new Spread(-least > most ? least : most, median));
    }
}
