package liveroom.app.window.figures;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import liveroom.app.studio.StudioSnapshot;
import liveroom.app.window.kit.Figures;
import liveroom.app.window.kit.Verdict;
import liveroom.app.window.kit.Words;
import liveroom.encoder.RungFigures;

/// The figures of the program, the encoder and the machine, as text.
///
/// Confined to the JavaFX thread.
public final class FiguresModel {
    /// Under this share of its target, the program's cadence is a thing to worry about.
    private static final double STEADY_SHARE = 0.97;

    private final ReadOnlyObjectWrapper<List<Group>> groups = new ReadOnlyObjectWrapper<>(List.of());

    public void read(StudioSnapshot snapshot) {
        groups.set(List.of(SyncLines.of(snapshot), program(snapshot), encoder(snapshot), machine(snapshot)));
    }

    private static Group program(StudioSnapshot snapshot) {
        StudioSnapshot.ProgramFigures program = snapshot.program();
        List<Line> lines = new ArrayList<>();
        boolean steady = program.fps() >= program.targetFps() * STEADY_SHARE;
        lines.add(new Line(
                "fps",
                Words.of("figures.fps.value", Figures.decimals(program.fps(), 1), program.targetFps()),
                steady ? Verdict.NEUTRAL : Verdict.WARNING));
        lines.add(new Line(
                "size",
                Words.of(
                        "figures.size.value",
                        program.format().width(),
                        program.format().height())));
        lines.add(new Line("repeated", Figures.decimals((double) program.repeatedFrames(), 0)));
        lines.add(new Line("dropped", Figures.decimals((double) program.droppedFrames(), 0)));
        lines.add(new Line("uneven", Figures.decimals((double) program.unevenFrames(), 0)));
        lines.add(new Line("surplus", Figures.decimals((double) program.surplusFrames(), 0)));
        return new Group("program", lines);
    }

    private static Group encoder(StudioSnapshot snapshot) {
        StudioSnapshot.EncodeFigures encode = snapshot.encode();
        double budgetMs = 1000.0 / snapshot.program().targetFps();
        return new Group(
                "encoder",
                List.of(
                        encoderLine(snapshot.encoder()),
                        new Line(
                                "encode",
                                encodeWords(encode),
                                encode.encodeMsP95().orElse(0) > budgetMs ? Verdict.WARNING : Verdict.NEUTRAL),
                        new Line("rungs", rungWords(encode)),
                        new Line("missed", Figures.decimals((double) encode.missedFrames(), 0)),
                        new Line("video", Words.of("figures.kbps", Figures.decimals(encode.videoKbps(), 0))),
                        new Line("audio", Words.of("figures.kbps", Figures.decimals(encode.audioKbps(), 0)))));
    }

    private static String encodeWords(StudioSnapshot.EncodeFigures encode) {
        return encode.encodeMsP50().isEmpty()
                ? Figures.NONE
                : Words.of(
                        "figures.encode.value",
                        Figures.decimals(encode.encodeMsP50().getAsDouble(), 1),
                        Figures.decimals(encode.encodeMsP95().orElse(0), 1));
    }

    private static String rungWords(StudioSnapshot.EncodeFigures encode) {
        String words = encode.rungs().stream()
                .filter(RungFigures::isRunning)
                .map(figures ->
                        Words.of("figures.rungs.value", figures.rung().format().height()))
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? Figures.NONE : words;
    }

    /// Which one it is; why, on asking: the reasons are long.
    private static Line encoderLine(String words) {
        int reasons = words.indexOf(" (");
        return words.isBlank()
                ? new Line("encoder", Words.of("figures.encoder.none"))
                : new Line("encoder", reasons < 0 ? words : words.substring(0, reasons), Verdict.NEUTRAL, words, "");
    }

    private static Group machine(StudioSnapshot snapshot) {
        StudioSnapshot.ProcessFigures process = snapshot.process();
        return new Group(
                "machine",
                List.of(
                        new Line("cpu", Words.of("figures.cpu.value", Figures.decimals(process.cpuPercent(), 0))),
                        new Line("memory", Words.of("figures.memory.value", Figures.decimals(process.rssMb(), 0))),
                        new Line("uptime", Figures.running(Duration.ofSeconds((long) process.uptimeS())))));
    }

    public ReadOnlyObjectProperty<List<Group>> groups() {
        return groups.getReadOnlyProperty();
    }

    /// Figures that belong together.
    ///
    /// @param key `figures.KEY.title` is its heading
    public record Group(String key, List<Line> lines) {}

    /// One figure.
    ///
    /// @param key `figures.KEY` is its name, `figures.KEY.hint` what it means
    /// @param details more about the value, for whoever asks; or empty
    /// @param swatch style class of what stands for it elsewhere; or empty
    public record Line(String key, String value, Verdict verdict, String details, String swatch) {
        Line(String key, String value) {
            this(key, value, Verdict.NEUTRAL);
        }

        Line(String key, String value, Verdict verdict) {
            this(key, value, verdict, "", "");
        }
    }
}
