package liveroom.app.window.sync;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import liveroom.app.studio.StudioSnapshot;
import liveroom.app.window.kit.Figures;
import liveroom.app.window.kit.Spread;
import liveroom.app.window.kit.Verdict;
import liveroom.app.window.kit.Words;

/// Sound against picture: in the program where it is captured and where it leaves the encoders, and at each viewer.
///
/// Confined to the JavaFX thread.
public final class SyncModel {
    private final ReadOnlyObjectWrapper<Reading> reading = new ReadOnlyObjectWrapper<>(Reading.NOTHING);

    public void read(StudioSnapshot snapshot) {
        List<Double> viewers = snapshot.viewers().stream()
                .map(Skew::ofMinute)
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .toList();
        StudioSnapshot.ProgramFigures program = snapshot.program();
        String verdict = verdictText(snapshot.viewers().size(), viewers);
        Optional<Spread> spread = Spread.of(viewers);
        reading.set(new Reading(
                program.skewMs(),
                program.encodedSkewMs(),
                viewers,
                spread,
                verdict,
                spread.map(both -> spoken(both, viewers.size(), verdict)).orElse(verdict),
                viewersVerdict(viewers)));
    }

    private static String verdictText(int watching, List<Double> skews) {
        if (watching == 0) {
            return Words.of("sync.nobody");
        }
        if (skews.isEmpty()) {
            return Words.of("sync.measuring");
        }
        return SyncBand.narrowest(skews)
                .map(band -> Words.of("sync.within", band.words()))
                .orElseGet(() -> Words.of("sync.beyond", SyncBand.ITU_BT_1359.words()));
    }

    private static String spoken(Spread skews, int viewers, String verdict) {
        return Words.of("sync.spoken.viewers", off(skews.median()), off(skews.worst()), viewers, verdict);
    }

    private static String off(double skewMs) {
        return Words.of(skewMs < 0 ? "sync.off.early" : "sync.off.late", Figures.decimals(Math.abs(skewMs), 0));
    }

    private static Verdict viewersVerdict(List<Double> skews) {
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
    /// @param captureMs skew of the program where it is captured
    /// @param encodedMs where it leaves the encoders; empty while nobody needs them
    /// @param viewerMs of each viewer that has measured it
    /// @param spread the worst and the median of them
    /// @param verdictText the narrowest band that holds all of them, in words
    /// @param spoken all of that as one sentence
    public record Reading(
            double captureMs,
            OptionalDouble encodedMs,
            List<Double> viewerMs,
            Optional<Spread> spread,
            String verdictText,
            String spoken,
            Verdict verdict) {
        static final Reading NOTHING =
                new Reading(0, OptionalDouble.empty(), List.of(), Optional.empty(), "", "", Verdict.NEUTRAL);
    }
}
