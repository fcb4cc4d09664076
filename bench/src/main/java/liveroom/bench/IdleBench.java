package liveroom.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import liveroom.bench.chain.LiveStudio;
import liveroom.bench.chain.Monotonic;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Placement;
import liveroom.capture.scene.Scene;
import liveroom.capture.scene.Show;
import liveroom.capture.show.ShowFile;

/// What the studio costs while it is live and nobody watches: with the source alone, and with a logo, a lower third, a
/// ticker and a clock on it.
final class IdleBench {
    private static final int SETTLE_SECONDS = 10;
    private static final int WATCH_SECONDS = 30;

    private IdleBench() {}

    static List<Figure> run() {
        try {
            Path show = Files.createTempDirectory("liveroom-idle").resolve("show.json");
            new ShowFile(show).write(dressed());
            return List.of(
                    new Figure("CPU without a viewer, p50", cpu(List.of()), "%", 60),
                    Figure.of("the same, dressed, p50", cpu(List.of("--show", show.toString())), "%"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double cpu(List<String> options) {
        List<String> all = new ArrayList<>(List.of("--video", "test", "--audio", "test"));
        all.addAll(options);
        try (LiveStudio studio = LiveStudio.start(Map.of(), all)) {
            pause(SETTLE_SECONDS);
            double from = Monotonic.millis();
            pause(WATCH_SECONDS);
            return new Percentiles(studio.figures().stream()
                            .filter(line -> line.atMillis() > from)
                            .map(line -> line.json().path("cpuPercent").doubleValue())
                            .toList())
                    .at(50);
        }
    }

    private static Show dressed() {
        List<Layer> layers = List.of(
                Layer.of("camera", "", new Content.Source(Content.Source.MAIN, Content.Key.NONE), Placement.FULL),
                layer("logo", new Content.Image("kit:logo"), new Box(0.82, 0.07, 0.12, 0.12)),
                layer("name", new Content.LowerThird("Mira Okafor", "Founder"), new Box(0.06, 0.72, 0.42, 0.16)),
                layer(
                        "ticker",
                        new Content.Ticker(List.of("Free delivery until Sunday"), 6),
                        new Box(0, 0.93, 1, 0.07)),
                layer(
                        "clock",
                        new Content.Clock("", "", Content.ClockStyle.HOURS_MINUTES_SECONDS),
                        new Box(0.06, 0.07, 0.2, 0.1)));
        return new Show("Dressed", "daylight", List.of(new Scene("dressed", "Dressed", layers)), List.of());
    }

    private static Layer layer(String id, Content content, Box box) {
        return Layer.of(id, "", content, Placement.of(box).withFit(Placement.Fit.CONTAIN));
    }

    private static void pause(int seconds) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }
}
