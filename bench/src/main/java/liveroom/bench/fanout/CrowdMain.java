package liveroom.bench.fanout;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import liveroom.bench.chain.Monotonic;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The process of the viewers. Reads `grow N`, `replace N` and `measure SECONDS` from standard input, and answers each
/// with a line;
/// ends when its input does. Every viewer reports once a second, as the page does.
final class CrowdMain {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final Door door;
    private final Lane lane;
    private final TrackCount.Marks marks;
    private static final int MOST_FAILED_IN_A_ROW = 20;
    private final List<CrowdViewer> viewers = new CopyOnWriteArrayList<>();
    private final CrowdBrowser.Supply browsers = new CrowdBrowser.Supply();

    private int failedJoins;
    /// What those who were in before got late while the last others came.
    private long lateWhileJoining;

    private CrowdMain(Door door, Lane lane, TrackCount.Marks marks) {
        this.door = door;
        this.marks = marks;
        this.lane = lane;
    }

    static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        CrowdMain crowd = new CrowdMain(
                new Door(URI.create(arguments[0])), Lane.of(arguments[1]), TrackCount.Marks.valueOf(arguments[2]));
        var timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("reports").daemon().factory());
        var _ = timer.scheduleAtFixedRate(crowd::everySecond, 1, 1, TimeUnit.SECONDS);
        try {
            crowd.serve();
            Runtime.getRuntime().halt(0);
        } catch (Exception cause) {
            System.err.println("After " + crowd.viewers.size() + " viewers: " + cause.getMessage());
            Runtime.getRuntime().halt(1);
        }
    }

    private void serve() throws Exception {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            int number = Integer.parseInt(line.substring(line.indexOf(' ') + 1));
            System.out.println(
                    switch (line.substring(0, line.indexOf(' '))) {
                        case "grow" -> String.valueOf(grow(number));
                        case "replace" -> String.valueOf(replace(number));
                        default -> measure(number);
                    });
        }
    }

    private int replace(int count) throws Exception {
        int wanted = viewers.size();
        for (int i = 0; i < count; i++) {
            viewers.removeFirst().leave();
        }
        return grow(wanted);
    }

    /// Ends early when the studio stays full.
    private int grow(int count) throws Exception {
        List<CrowdViewer> before = List.copyOf(viewers);
        before.forEach(viewer -> viewer.media().beginWindow());
        int present = letIn(count);
        lateWhileJoining = before.stream()
                .mapToLong(viewer -> viewer.media().counted().late())
                .sum();
        return present;
    }

    private int letIn(int count) throws Exception {
        int inARow = 0;
        while (viewers.size() < count) {
            CrowdViewer viewer = new CrowdViewer(browsers.next(), lane, marks);
            switch (viewer.join(door)) {
                case SERVED -> {
                    viewers.add(viewer);
                    inARow = 0;
                }
                case NOT_LET_IN -> {
                    viewer.leave();
                    return viewers.size();
                }
                case NO_PICTURE -> {
                    System.err.println("A viewer gets no picture on this lane: " + viewer.state());
                    viewer.leave();
                    failedJoins++;
                    if (++inARow > MOST_FAILED_IN_A_ROW) {
                        throw new IllegalStateException("too many viewers get no picture");
                    }
                }
            }
        }
        return viewers.size();
    }

    private String measure(int seconds) throws InterruptedException {
        viewers.forEach(viewer -> {
            viewer.media().beginWindow();
            viewer.track().beginWindow();
        });
        double from = Monotonic.millis();
        TimeUnit.SECONDS.sleep(seconds);
        double elapsed = (Monotonic.millis() - from) / 1000;
        MediaCount.Counted sum = MediaCount.Counted.NOTHING;
        Ages ages = new Ages();
        double fewest = Double.POSITIVE_INFINITY;
        for (CrowdViewer viewer : viewers) {
            // Whom the shared lane does not serve well is moved to tracks.
            MediaCount.Counted counted =
                    viewer.media().counted().plus(viewer.track().counted());
            sum = sum.plus(counted);
            viewer.media().addTo(ages);
            viewer.track().addTo(ages);
            fewest = Math.min(fewest, counted.pictures() / elapsed);
        }
        ObjectNode line = MAPPER.createObjectNode();
        line.put("receivedFpsMin", Math.round(fewest * 10) / 10.0);
        line.put("messagesLate", sum.late());
        line.put("failedJoins", failedJoins);
        line.put("messagesLateWhileJoining", lateWhileJoining);
        if (Double.isFinite(ages.at(95))) {
            line.put("ageMsP50", ages.at(50)).put("ageMsP95", ages.at(95));
        }
        if (lane == Lane.SHARED) {
            line.put("messagesMissing", sum.missing());
            line.put("kbpsMean", Math.round(sum.bytes() * 8 / elapsed / 1000 / viewers.size()));
        }
        return MAPPER.writeValueAsString(line);
    }

    private void everySecond() {
        if (lane == Lane.SHARED) {
            viewers.forEach(viewer -> viewer.say(report(viewer.media())));
        }
    }

    private static String report(MediaCount media) {
        ObjectNode report = MAPPER.createObjectNode();
        report.put("v", 1).put("type", "report").put("lane", "shared").put("queueMs", media.takeQueueMillis());
        report.put("overtaken", media.takeOvertaken());
        var blocks = report.putArray("rtp");
        media.streams((stream, ssrc) -> blocks.addObject()
                .put("ssrc", Integer.toUnsignedLong(ssrc))
                .put("fractionLost", stream.takeFractionLost())
                .put("lost", 0)
                .put("highest", stream.highest())
                .put("jitter", 0)
                .put("lsr", 0)
                .put("dlsr", 0)
                .put("received", stream.received()));
        return MAPPER.writeValueAsString(report);
    }
}
