package liveroom.bench.fanout;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import liveroom.bench.chain.LiveStudio;
import liveroom.bench.chain.Monotonic;
import liveroom.bench.chain.WideAreaLink;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `bench fanout`: what one more viewer costs the studio, and whether all of them get everything in time.
@Command(name = "fanout", description = "Measures what one more viewer costs the studio.")
public final class FanoutCommand implements Callable<Integer> {
    private static final int SETTLE_SECONDS = 4;
    /// A new Java process compiles what it does often, which would make the first count dearer than the others, and
    /// one viewer more seem cheaper than it is.
    private static final int WARM_UP_SECONDS = 30;
    private static final double SERVED_FPS = 25;
    private static final double SAME_RUNG = 0.95;

    @Option(names = "--viewers", split = ",", description = "How many at once, one count after another.")
    private List<Integer> counts = List.of(1, 8, 32, 100);

    @Option(names = "--lane", description = "shared or track.")
    private Lane lane = Lane.SHARED;

    @Option(names = "--seconds", description = "How long to measure each count.")
    private int seconds = 20;

    @Option(
            names = "--video",
            description = "busy: a film that takes the whole bitrate; or a source of the studio, test for example.")
    private String video = "busy";

    @Option(
            names = "--delay",
            description = "One-way delay in ms of an emulated link between studio and viewers; needs root.")
    private double delayMillis;

    @Option(names = "--loss", description = "Per cent of packets that this link loses, each way.")
    private double lossPercent;

    @Option(names = "--window", description = "The studio has its window, with the preview; needs a display.")
    private boolean window;

    @Option(names = "--record", description = "The studio records meanwhile.")
    private boolean record;

    @Option(names = "--json", description = "The last line is one JSON object.")
    private boolean json;

    private record Row(int viewers, double cpuPercent, ObjectNode json) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path film = Files.createTempFile("liveroom-busy", ".mp4");
        Path recordings = Files.createTempDirectory("liveroom-recording");
        Path recording = recordings.resolve("show.mkv");
        try {
            if (video.equals("busy")) {
                BusyFilm.make(film);
            }
            String source = video.equals("busy") ? "file:" + film : video;
            int most = counts.stream().mapToInt(Integer::intValue).max().orElse(1);
            List<String> arguments = new ArrayList<>(List.of(
                    "--video",
                    source,
                    "--audio",
                    "test",
                    "--lane",
                    lane.word(),
                    "--max-viewers",
                    String.valueOf(most + 1),
                    "--max-per-address",
                    String.valueOf(most + 1)));
            if (record) {
                arguments.addAll(List.of("--record", recording.toString()));
            }
            TrackCount.Marks marks = video.equals("test") ? TrackCount.Marks.TIME_CODE : TrackCount.Marks.NONE;
            try (WideAreaLink link = link();
                    LiveStudio studio = studio(link, arguments);
                    Crowd crowd = Crowd.start(
                            link == null ? UnaryOperator.identity() : link::onViewer, studio.link(), lane, marks)) {
                List<Integer> growing = counts.stream().sorted().toList();
                crowd.grow(growing.getFirst());
                TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
                List<Row> rows = new ArrayList<>();
                for (int count : growing) {
                    Row row = measure(studio, crowd, count);
                    rows.add(row);
                    System.out.printf("%4d viewers, %d let in: %s%n", count, row.viewers, row.json);
                }
                print(rows, System.out);
            }
            return 0;
        } finally {
            Files.deleteIfExists(film);
            Files.deleteIfExists(recording);
            Files.deleteIfExists(recordings);
        }
    }

    private @Nullable WideAreaLink link() {
        boolean wanted = delayMillis > 0 || lossPercent > 0;
        return wanted ? WideAreaLink.start(Path.of("bench/wan"), "bench", delayMillis, lossPercent) : null;
    }

    private LiveStudio studio(@Nullable WideAreaLink link, List<String> arguments) {
        LiveStudio.Face face = window ? LiveStudio.Face.WINDOW : LiveStudio.Face.HEADLESS;
        return link == null ? LiveStudio.start(face, arguments) : LiveStudio.start(link, arguments);
    }

    private Row measure(LiveStudio studio, Crowd crowd, int count) throws IOException, InterruptedException {
        int present = crowd.growUpTo(count);
        TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
        double from = Monotonic.millis();
        Duration before = cpu(studio);
        JsonNode counted = crowd.measure(seconds);
        double millis = Monotonic.millis() - from;
        double percent = cpu(studio).minus(before).toNanos() / 1e6 / millis * 100;
        ObjectNode row = JsonMapper.shared().createObjectNode();
        row.put("n", present);
        row.put("cpuPercent", tenths(percent));
        row.put("programFramesDropped", ProgramDrops.since(studio.figures(), from));
        row.setAll((ObjectNode) counted);
        JsonNode last = studio.figures().getLast().json();
        row.set("roomForMore", last.path("roomForMore"));
        row.set("rungLimit", last.path("rungLimit"));
        addService(row, last.path("perViewer"));
        return new Row(present, percent, row);
    }

    /// How the studio served them in the end.
    private static void addService(ObjectNode row, JsonNode viewers) {
        row.put(
                "onTracks",
                viewers.valueStream()
                        .filter(each -> each.path("lane").asString("").equals("track"))
                        .count());
        row.put("connectionsMean", tenths(mean(viewers, "connections")));
        row.put("rungKbpsMean", Math.round(mean(viewers, "rungKbps")));
    }

    private static double mean(JsonNode viewers, String name) {
        return viewers.valueStream()
                .map(each -> each.path(name))
                .filter(JsonNode::isNumber)
                .mapToDouble(JsonNode::doubleValue)
                .average()
                .orElse(0);
    }

    private static Duration cpu(LiveStudio studio) {
        return ProcessHandle.of(studio.pid())
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow(() -> new IllegalStateException("this system does not tell what a process costs"));
    }

    private void print(List<Row> rows, PrintStream out) {
        double slope = slope(rows);
        out.printf("host CPU for one more viewer, %s lane: %.2f %% of a core%n", lane.word(), slope);
        if (json) {
            ObjectNode line = JsonMapper.shared().createObjectNode().put("lane", lane.word());
            var viewers = line.putArray("viewers");
            rows.forEach(row -> viewers.add(row.json));
            if (Double.isFinite(slope)) {
                line.put("cpuPercentPerViewer", Math.round(slope * 1000) / 1000.0);
            } else {
                line.putNull("cpuPercentPerViewer");
            }
            out.println(line);
        }
    }

    /// Of CPU over viewers, by least squares, where all viewers were served as the first were: a studio that sends
    /// nothing any more, or smaller pictures, costs nothing more. Not a number if that is one count or none.
    private static double slope(List<Row> all) {
        double rungKbps = all.getFirst().json.path("rungKbpsMean").doubleValue();
        List<Row> rows = all.stream()
                .filter(row -> row.json.path("receivedFpsMin").doubleValue() >= SERVED_FPS)
                .filter(row -> row.json.path("rungKbpsMean").doubleValue() >= SAME_RUNG * rungKbps)
                .toList();
        double meanViewers = rows.stream().mapToInt(Row::viewers).average().orElse(0);
        double meanCpu = rows.stream().mapToDouble(Row::cpuPercent).average().orElse(0);
        double product = 0;
        double square = 0;
        for (Row row : rows) {
            product += (row.viewers - meanViewers) * (row.cpuPercent - meanCpu);
            square += (row.viewers - meanViewers) * (row.viewers - meanViewers);
        }
        return product / square;
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
