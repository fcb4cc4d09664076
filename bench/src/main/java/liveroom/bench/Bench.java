package liveroom.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import liveroom.bench.compose.ComposeBench;
import liveroom.bench.fanout.EnduranceCommand;
import liveroom.bench.fanout.FanoutCommand;
import liveroom.bench.link.LinkCommand;
import liveroom.capture.source.SourceSpec;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/// Runs the benchmarks that are named, or all of them, and prints their figures: `idle`, `cadence`, `viewer`; and,
/// where they are named, `compose`, `control`, `cut`, which needs root, `ladder`, of a busy film or of
/// `ladder=FILE`, and `paint`. With `--json`, one array instead of a table. `endurance`, `fanout`, `latency` and
/// `link`, named first, are commands with options of their own.
public final class Bench {
    private static final List<String> ALL = List.of("idle", "cadence", "viewer");

    /// What has options of its own.
    private static final Map<String, Supplier<Object>> COMMANDS = Map.of(
            "endurance",
            EnduranceCommand::new,
            "fanout",
            FanoutCommand::new,
            "latency",
            LatencyCommand::new,
            "link",
            LinkCommand::new);

    private Bench() {}

    static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT);
        if (arguments.length > 0 && COMMANDS.containsKey(arguments[0])) {
            end(command(arguments));
        }
        List<String> named = new ArrayList<>(List.of(arguments));
        boolean json = named.remove("--json");
        List<Figure> figures = new ArrayList<>();
        for (String name : named.isEmpty() ? ALL : named) {
            List<Figure> some = run(name);
            figures.addAll(some);
            if (!json) {
                some.forEach(figure -> System.out.println(figure.row()));
            }
        }
        if (json) {
            System.out.println(JsonMapper.shared().writeValueAsString(figures));
        }
        end(0);
    }

    private static int command(String[] arguments) {
        return new CommandLine(
                        Objects.requireNonNull(COMMANDS.get(arguments[0])).get())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    /// libwebrtc's own threads may crash a process that takes its time to exit.
    private static void end(int code) {
        System.out.close();
        Runtime.getRuntime().halt(code);
    }

    private static List<Figure> run(String name) {
        if (name.startsWith("ladder=")) {
            return LadderBench.run(SourceSpec.parse("file:" + name.substring("ladder=".length())));
        }
        return switch (name) {
            case "ladder" -> LadderBench.runBusy();
            case "idle" -> IdleBench.run();
            case "cadence" -> CadenceBench.run();
            case "viewer" -> ViewerBench.run();
            case "compose" -> ComposeBench.run();
            case "control" -> ControlBench.run();
            case "cut" -> NetworkCut.run();
            case "paint" -> PaintBench.run();
            default ->
                throw new IllegalArgumentException(
                        "'" + name + "' is not compose, control, cut, ladder, paint or one of " + ALL);
        };
    }
}
