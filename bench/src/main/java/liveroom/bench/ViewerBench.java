package liveroom.bench;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import liveroom.bench.chain.Chromium;
import liveroom.bench.chain.FlashDetector;
import liveroom.bench.chain.LiveStudio;
import liveroom.bench.chain.Monotonic;
import liveroom.bench.chain.PulseServer;

/// One viewer on this machine: how old the picture is when it is shown, what the studio costs meanwhile, how soon a
/// newcomer sees something. The `test` source flashes on each whole second of the monotonic clock, so the time at which
/// a flash is shown, modulo one second, is its age.
final class ViewerBench {
    private static final double SECOND_MILLIS = 1000;
    private static final int SETTLE_SECONDS = 15;
    private static final int WATCH_SECONDS = 60;
    private static final int JOINS = 20;

    private ViewerBench() {}

    static List<Figure> run() {
        try (PulseServer pulse = PulseServer.start();
                Chromium chromium = Chromium.start(pulse.environment());
                LiveStudio studio = LiveStudio.start(
                        pulse.environment(), List.of("--video", "test", "--audio", "test", "--lane", "track"))) {
            List<Figure> figures = new ArrayList<>(watch(chromium, studio));
            Percentiles joins = new Percentiles(Joins.measure(chromium, studio.link(), JOINS));
            figures.add(Figure.of("click to first picture, p50", joins.at(50), "ms"));
            figures.add(new Figure("click to first picture, p95", joins.at(95), "ms", 1000));
            return figures;
        }
    }

    private static List<Figure> watch(Chromium chromium, LiveStudio studio) {
        Page page = chromium.open();
        page.navigate(studio.link());
        page.locator("html[data-state=live]").waitFor();
        page.locator("#sound-call").click();
        page.waitForTimeout(SETTLE_SECONDS * SECOND_MILLIS);
        FlashDetector detector = FlashDetector.watch(page, "[data-program]");
        double from = Monotonic.millis();
        Allocation before = new Allocation(studio.pid());
        page.waitForTimeout(WATCH_SECONDS * SECOND_MILLIS);
        double megabytes = new Allocation(studio.pid()).bytesSince(before) / 1e6;
        double seconds = (Monotonic.millis() - from) / SECOND_MILLIS;
        Percentiles ages = new Percentiles(detector.take().stream()
                .filter(flash -> flash.unseen() == 0)
                .map(flash -> flash.shownMillis() % SECOND_MILLIS)
                .toList());
        Percentiles reported = new Percentiles(since(studio, from, "latencyMs"));
        Percentiles skew = new Percentiles(since(studio, from, "skewMs"));
        Percentiles cpu = new Percentiles(studio.figures().stream()
                .filter(line -> line.atMillis() > from)
                .map(line -> line.json().path("cpuPercent").doubleValue())
                .toList());
        page.context().close();
        return List.of(
                Figure.of("raw frame to pixel, p50", ages.at(50), "ms"),
                new Figure("raw frame to pixel, p95", ages.at(95), "ms", 120),
                Figure.of("the same, as the page reports it, p50", reported.at(50), "ms"),
                Figure.of("sound late, as the page reports it, p50", skew.at(50), "ms"),
                Figure.of("CPU with one viewer, p50", cpu.at(50), "%"),
                new Figure("heap allocated while live", megabytes / seconds, "MB/s", 1));
    }

    private static List<Double> since(LiveStudio studio, double fromMillis, String name) {
        return studio.figures().stream()
                .filter(line -> line.atMillis() > fromMillis)
                .flatMap(line -> line.ofViewer(name).stream())
                .toList();
    }
}
