package liveroom.app.window.sync;

import java.util.List;
import java.util.OptionalDouble;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import liveroom.app.studio.StudioSnapshot;
import liveroom.app.window.kit.Figures;
import liveroom.app.window.kit.Verdict;
import liveroom.app.window.kit.Words;
import liveroom.transport.ViewerSnapshot;

/// Sound against picture: in the program as it was captured, and at each viewer as it is played.
///
/// Confined to the JavaFX thread.
public final class SyncModel {
    private final ReadOnlyObjectWrapper<Reading> reading =
            new ReadOnlyObjectWrapper<>(new Reading(0, List.of(), "", "", "", Verdict.NEUTRAL, Verdict.NEUTRAL));

    public void read(StudioSnapshot snapshot) {
        OptionalDouble program = OptionalDouble.of(snapshot.program().skewMs());
        List<Double> viewers = snapshot.viewers().stream()
                .map(ViewerSnapshot::skewMs)
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .toList();
        reading.set(new Reading(
                program.getAsDouble(),
                viewers,
                programText(program),
                viewersText(snapshot.viewers(), viewers),
                latencyText(snapshot.viewers()),
                SyncVerdict.of(program),
                worst(viewers)));
    }

    /// What is out of sync says by how much in words: the figure is not repeated.
    private static String programText(OptionalDouble skewMs) {
        String words = SyncVerdict.words(skewMs);
        return SyncVerdict.of(skewMs) == Verdict.GOOD
                ? Words.of("sync.program", Figures.signedMs(skewMs), words)
                : Words.of("sync.programOff", words);
    }

    private static String viewersText(List<ViewerSnapshot> viewers, List<Double> skews) {
        if (viewers.isEmpty()) {
            return Words.of("sync.nobody");
        }
        if (skews.isEmpty()) {
            return Words.of("sync.measuring");
        }
        double early = skews.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double late = skews.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        String range = Math.round(early) == Math.round(late)
                ? Figures.signedMs(early)
                : Words.of("sync.range", Figures.signedMs(early), Figures.signedMs(late));
        return Words.of("sync.viewers", skews.size(), range);
    }

    private static String latencyText(List<ViewerSnapshot> viewers) {
        OptionalDouble latency = viewers.stream()
                .map(ViewerSnapshot::latencyMs)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .max();
        return latency.isEmpty() ? "" : Words.of("sync.latency", Figures.decimals(latency.getAsDouble(), 0));
    }

    private static Verdict worst(List<Double> skews) {
        Verdict worst = Verdict.NEUTRAL;
        for (double skew : skews) {
            Verdict verdict = SyncVerdict.of(OptionalDouble.of(skew));
            worst = verdict.compareTo(worst) > 0 ? verdict : worst;
        }
        return worst;
    }

    public ReadOnlyObjectProperty<Reading> reading() {
        return reading.getReadOnlyProperty();
    }

    /// What the meter shows.
    ///
    /// @param viewerMs skew of each viewer that has measured it
    public record Reading(
            double programMs,
            List<Double> viewerMs,
            String programText,
            String viewersText,
            String latencyText,
            Verdict programVerdict,
            Verdict viewersVerdict) {}
}
