package liveroom.app.window.audience;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import liveroom.app.studio.LatencyParts;
import liveroom.app.window.kit.Figures;
import liveroom.app.window.kit.Words;
import liveroom.transport.ViewerSnapshot;

/// One row of the audience: a viewer, and where its latency comes from.
///
/// @param scaleMs how much latency the whole width of its bar stands for; the same for all rows
public record Watching(ViewerSnapshot viewer, LatencyParts parts, double scaleMs) {
    private static final double LEAST_SCALE_MS = 100;
    /// The scale changes by whole steps, so that bars stand still while latencies sway.
    private static final double SCALE_STEP_MS = 50;

    /// How much latency the bars must have room for, so that they can be compared.
    static double scaleMs(List<ViewerSnapshot> viewers, List<LatencyParts> parts) {
        double most = LEAST_SCALE_MS;
        for (int i = 0; i < viewers.size(); i++) {
            most = Math.max(most, Math.max(latencyMs(viewers.get(i)).orElse(0), sumMs(parts.get(i))));
        }
        return Math.ceil(most / SCALE_STEP_MS) * SCALE_STEP_MS;
    }

    /// From capture to the picture shown: what was measured last, or in the median of the last minute.
    public static OptionalDouble latencyMs(ViewerSnapshot viewer) {
        return viewer.latencyMs().isPresent()
                ? viewer.latencyMs()
                : viewer.timing().latencyMsP50();
    }

    /// Whether the viewer has measured any of it: what the studio knows of all of them is not its latency yet.
    boolean isMeasured() {
        return latencyMs().isPresent()
                || parts.network().isPresent()
                || parts.buffer().isPresent()
                || parts.render().isPresent();
    }

    OptionalDouble latencyMs() {
        return latencyMs(viewer);
    }

    private static double sumMs(LatencyParts parts) {
        return Arrays.stream(LatencyPart.values())
                .mapToDouble(part -> part.ms(parts).orElse(0))
                .sum();
    }

    /// What of the latency no part accounts for; nought where the parts make up all of it.
    double restMs() {
        return Math.max(0, latencyMs().orElse(0) - sumMs(parts));
    }

    /// The bar in words: the whole, then each part that is known.
    String barWords() {
        if (!isMeasured()) {
            return Words.of("viewers.bar.unmeasured");
        }
        String known = Arrays.stream(LatencyPart.values())
                .filter(part -> part.ms(parts).isPresent())
                .map(part -> Words.of("viewers.bar.part", part.words(), Figures.ms(part.ms(parts))))
                .collect(Collectors.joining(", "));
        boolean whole = Arrays.stream(LatencyPart.values())
                .allMatch(part -> part.ms(parts).isPresent());
        String all = whole ? known : known + ", " + Words.of("viewers.bar.rest");
        return Words.of("viewers.bar.spoken", Figures.ms(latencyMs()), all);
    }
}
