package liveroom.bench.fanout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import liveroom.bench.chain.LiveStudio;
import liveroom.bench.chain.LiveStudio.Figures;
import liveroom.bench.chain.Monotonic;
import liveroom.transport.peer.LibraryKeeps;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `bench endurance`: whether a studio whose viewers come and go all the time takes ever more memory, and whether all
/// that it lent has been given back in the end.
@Command(name = "endurance", description = "Measures what a long show with viewers who come and go does to memory.")
public final class EnduranceCommand implements Callable<Integer> {
    private static final double WARM_UP_MINUTES = 10;
    /// Of a show that is too short for that.
    private static final double WARM_UP_SHARE = 1.0 / 3;
    private static final double MINUTE_MILLIS = 60_000;
    private static final double MB = 1 << 20;
    private static final Pattern LENT = Pattern.compile("lent at the end: (-?\\d+)");

    @Option(names = "--minutes", description = "How long the show lasts.")
    private double minutes = 60;

    @Option(names = "--viewers", description = "How many watch at once.")
    private int viewers = 10;

    @Option(
            names = "--every",
            description = "Seconds after which the one who has watched longest leaves and another comes.")
    private int everySeconds = 3;

    @Option(names = "--lane", description = "shared or track.")
    private Lane lane = Lane.SHARED;

    @Option(names = "--size", description = "Of the program; a small one leaves the machine to others meanwhile.")
    private String size = "1280x720";

    @Option(names = "--json", description = "The last line is one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<String> arguments = List.of(
                "--video",
                "test",
                "--audio",
                "test",
                "--size",
                size,
                "--lane",
                lane.word(),
                "--max-viewers",
                String.valueOf(viewers + 5));
        ObjectNode line;
        try (LiveStudio studio = LiveStudio.start(Map.of(), arguments)) {
            double from = Monotonic.millis();
            int gone = comeAndGo(studio, from + minutes * MINUTE_MILLIS);
            line = figures(studio.figures(), from, gone);
            studio.end();
            line.put("lentAtTheEnd", lent(studio.home()));
        }
        line.properties().forEach(member -> System.out.printf("%-24s %s%n", member.getKey(), member.getValue()));
        if (json) {
            System.out.println(line);
        }
        return 0;
    }

    /// Returns how many have left before the end.
    private int comeAndGo(LiveStudio studio, double untilMillis) throws IOException, InterruptedException {
        int gone = 0;
        try (Crowd crowd = Crowd.start(command -> command, studio.link(), lane, TrackCount.Marks.NONE)) {
            crowd.grow(viewers);
            while (Monotonic.millis() < untilMillis) {
                TimeUnit.SECONDS.sleep(everySeconds);
                crowd.replace(1, viewers);
                gone++;
            }
        }
        return gone;
    }

    private ObjectNode figures(List<Figures> told, double fromMillis, int gone) {
        double warmUp = Math.min(WARM_UP_MINUTES, minutes * WARM_UP_SHARE);
        List<Figures> counted = new ArrayList<>(told);
        counted.removeIf(each -> each.atMillis() < fromMillis + warmUp * MINUTE_MILLIS
                || !each.json().path("rssMb").isNumber());
        double slope = mbPerMinute(counted);
        ObjectNode line = JsonMapper.shared().createObjectNode().put("lane", lane.word());
        line.put("minutes", minutes).put("viewersGone", gone);
        line.put("rssMbAfterWarmUp", rssMb(counted.getFirst())).put("rssMbAtTheEnd", rssMb(counted.getLast()));
        line.put("mbPerMinute", hundredths(slope));
        line.put("mbPerMinuteBeyondTheLibrary", hundredths(slope - keptMbPerMinute(gone)));
        return line;
    }

    /// Of those who have left, and of the reports, one a second, of those who watch.
    private double keptMbPerMinute(int gone) {
        double viewersAMinute = gone / minutes;
        double reportsAMinute = viewers * 60.0;
        return (viewersAMinute * LibraryKeeps.VIEWER_BYTES + reportsAMinute * LibraryKeeps.MESSAGE_BYTES) / MB;
    }

    private static double rssMb(Figures figures) {
        return figures.json().path("rssMb").doubleValue();
    }

    /// By least squares.
    private static double mbPerMinute(List<Figures> told) {
        double meanAt = told.stream().mapToDouble(Figures::atMillis).average().orElseThrow();
        double meanMb =
                told.stream().mapToDouble(EnduranceCommand::rssMb).average().orElseThrow();
        double product = 0;
        double square = 0;
        for (Figures each : told) {
            double minute = (each.atMillis() - meanAt) / MINUTE_MILLIS;
            product += minute * (rssMb(each) - meanMb);
            square += minute * minute;
        }
        return product / square;
    }

    /// As the studio's log says it.
    private static int lent(Path home) throws IOException {
        Matcher said = LENT.matcher(Files.readString(home.resolve("logs/liveroom.log")));
        if (!said.find()) {
            throw new IllegalStateException("the studio did not end in order");
        }
        return Integer.parseInt(said.group(1));
    }

    private static double hundredths(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
