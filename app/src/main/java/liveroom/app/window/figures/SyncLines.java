package liveroom.app.window.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import liveroom.app.studio.StudioSnapshot;
import liveroom.app.window.audience.AudienceModel;
import liveroom.app.window.kit.Figures;
import liveroom.app.window.kit.Spread;
import liveroom.app.window.kit.Verdict;
import liveroom.app.window.kit.Words;
import liveroom.app.window.sync.Skew;
import liveroom.app.window.sync.SyncBand;
import liveroom.app.window.sync.SyncVerdict;
import liveroom.transport.ViewerSnapshot;

/// The A/V-sync meter in figures: the program, whose skew is worst, the median, and the key to the three bands.
final class SyncLines {
    private SyncLines() {}

    static FiguresModel.Group of(StudioSnapshot snapshot) {
        StudioSnapshot.ProgramFigures program = snapshot.program();
        List<FiguresModel.Line> lines = new ArrayList<>();
        lines.add(line("captured", OptionalDouble.of(program.skewMs())));
        lines.add(line("encoded", program.encodedSkewMs()));
        lines.add(new FiguresModel.Line(
                "drift", Words.of("figures.drift.value", Figures.signed(program.soundDriftPpm()))));
        List<ViewerSnapshot> measured = snapshot.viewers().stream()
                .filter(viewer -> Skew.ofMinute(viewer).isPresent())
                .toList();
        Optional<Spread> spread =
                Spread.of(measured.stream().map(SyncLines::skewMs).toList());
        lines.add(spread.map(both -> worst(measured, both.worst()))
                .orElseGet(() -> new FiguresModel.Line("worst", Figures.NONE)));
        lines.add(spread.map(both -> median(measured.size(), both.median()))
                .orElseGet(() -> new FiguresModel.Line("median", Figures.NONE)));
        for (SyncBand band : SyncBand.values()) {
            lines.add(new FiguresModel.Line(
                    "band." + band.name(),
                    Words.of("figures.band.value", Figures.signed(band.earlyMs()), Figures.signedMs(band.lateMs())),
                    Verdict.NEUTRAL,
                    "",
                    band.style()));
        }
        return new FiguresModel.Group("sync", lines);
    }

    private static double skewMs(ViewerSnapshot viewer) {
        return Skew.ofMinute(viewer).orElse(0);
    }

    private static FiguresModel.Line line(String key, OptionalDouble skewMs) {
        return new FiguresModel.Line(key, Figures.signedMs(skewMs), verdict(skewMs));
    }

    private static FiguresModel.Line worst(List<ViewerSnapshot> viewers, double skewMs) {
        String name = viewers.stream()
                .filter(viewer -> skewMs(viewer) == skewMs)
                .findFirst()
                .map(AudienceModel::name)
                .orElse("");
        return new FiguresModel.Line(
                "worst", Words.of("figures.worst.value", name, Figures.signedMs(skewMs)), verdict(skewMs));
    }

    private static FiguresModel.Line median(int viewers, double skewMs) {
        return new FiguresModel.Line(
                "median", Words.of("figures.median.value", Figures.signedMs(skewMs), viewers), verdict(skewMs));
    }

    private static Verdict verdict(double skewMs) {
        return verdict(OptionalDouble.of(skewMs));
    }

    private static Verdict verdict(OptionalDouble skewMs) {
        Verdict verdict = SyncVerdict.of(skewMs);
        return verdict == Verdict.GOOD ? Verdict.NEUTRAL : verdict;
    }
}
