package liveroom.bench;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.concurrent.Callable;
import liveroom.bench.chain.BeepDetector;
import liveroom.bench.chain.Chromium;
import liveroom.bench.chain.FlashDetector.Flash;
import liveroom.bench.chain.LipSync;
import liveroom.bench.chain.LiveStudio;
import liveroom.bench.chain.Monotonic;
import liveroom.bench.chain.PictureWatch;
import liveroom.bench.chain.PictureWatch.Shown;
import liveroom.bench.chain.PulseServer;
import liveroom.bench.chain.Reference;
import liveroom.bench.chain.SoundRecorder;
import liveroom.bench.chain.StolenTime;
import liveroom.bench.fanout.Lane;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `bench latency`: how old pictures are when Chromium shows them, by the time code in them, how far from its flash
/// each beep is heard, and how soon a newcomer sees something.
@Command(name = "latency", description = "Measures capture to pixels and lip sync in Chromium.")
final class LatencyCommand implements Callable<Integer> {
    private static final double SECOND_MILLIS = 1000;
    private static final double SETTLE_SECONDS = 10;

    @Option(names = "--lane", description = "shared or track.")
    private Lane lane = Lane.SHARED;

    @Option(names = "--seconds", description = "How long to measure.")
    private int seconds = 20;

    @Option(names = "--joins", description = "How many newcomers to time.")
    private int joins = 5;

    @Option(names = "--json", description = "The last line is one JSON object.")
    private boolean json;

    /// What the chain itself adds to the figures.
    ///
    /// @param soundLateMillis a beep is recorded so long after the browser means it to be heard
    /// @param displayAfterMillis see [PictureWatch#displayAfterMillis()]
    private record Chain(double soundLateMillis, double displayAfterMillis) {}

    @Override
    public Integer call() {
        try (PulseServer pulse = PulseServer.start();
                SoundRecorder recorder = SoundRecorder.start(pulse, PulseServer.SPEAKERS);
                Chromium chromium = Chromium.start(pulse.environment())) {
            Chain chain = calibrate(chromium, recorder);
            try (LiveStudio studio = LiveStudio.start(
                    pulse.environment(), List.of("--video", "test", "--audio", "test", "--lane", lane.word()))) {
                // Not seen with the eyes of PictureWatch: the browser would ask it about every file of the page.
                List<Double> firsts = Joins.measure(chromium, studio.link(), joins);
                print(watch(chromium.open(), studio, recorder, chain, firsts));
            }
        }
        return 0;
    }

    private static Chain calibrate(Chromium chromium, SoundRecorder recorder) {
        try (Reference reference = Reference.make(0)) {
            Page page = chromium.open();
            PictureWatch pictures = PictureWatch.install(page);
            double late = reference.play(page, recorder).medianMillis();
            Chain chain = new Chain(late, pictures.displayAfterMillis());
            page.context().close();
            return chain;
        }
    }

    private PictureWatch open(Page page, LiveStudio studio) {
        PictureWatch pictures = PictureWatch.install(page);
        page.navigate(studio.link());
        return pictures;
    }

    private ObjectNode watch(Page page, LiveStudio studio, SoundRecorder recorder, Chain chain, List<Double> firsts) {
        PictureWatch pictures = open(page, studio);
        pictures.awaitFirstMillis();
        page.locator("#sound-call").click();
        page.waitForTimeout(SETTLE_SECONDS * SECOND_MILLIS);
        pictures.begin(chain.displayAfterMillis);
        StolenTime stolen = new StolenTime();
        double from = Monotonic.millis();
        page.waitForTimeout(seconds * SECOND_MILLIS);
        List<Shown> shown = pictures.take();
        double elapsed = (Monotonic.millis() - from) / SECOND_MILLIS;
        double stolenPercent = stolen.percent();
        // The newest: a newcomer that vanished may be waited for still.
        JsonNode viewers = studio.figures().getLast().json().path("perViewer");
        JsonNode viewer = viewers.path(viewers.size() - 1);
        String served = viewer.path("lane").asString();
        if (!served.equals(lane.word())) {
            throw new IllegalStateException("the viewer is served on the " + served + " lane");
        }
        page.waitForTimeout(SECOND_MILLIS);
        LipSync sync =
                LipSync.of(flashes(shown), BeepDetector.onsetsMillis(recorder.recording()), chain.soundLateMillis);
        Percentiles ages = new Percentiles(shown.stream().map(Shown::ageMillis).toList());
        Percentiles skew = new Percentiles(sync.pairs().stream()
                .map(pair -> Math.abs(pair.soundLateMillis()))
                .toList());
        Percentiles first = new Percentiles(firsts);
        ObjectNode line = JsonMapper.shared().createObjectNode();
        line.put("lane", lane.word());
        line.put("latencyMsP50", tenths(ages.at(50)));
        line.put("latencyMsP95", tenths(ages.at(95)));
        line.put("skewMsP50", tenths(skew.at(50)));
        line.put("skewMsP95", tenths(skew.at(95)));
        line.put("firstPictureMs", tenths(first.at(95)));
        line.put("fps", tenths(shown.size() / elapsed));
        line.put("soundLateMsMedian", tenths(sync.medianMillis()));
        line.put("studioSaysSkewMs", said(studio, viewer, from, "skewMs"));
        line.put("studioSaysLatencyMs", said(studio, viewer, from, "latencyMs"));
        line.put("firstPictureMsP50", tenths(first.at(50)));
        line.put("flashes", sync.pairs().size());
        if (Double.isFinite(stolenPercent)) {
            line.put("stolenPercent", tenths(stolenPercent));
        }
        page.context().close();
        return line;
    }

    /// What the studio said of that viewer since then, the median.
    private static double said(LiveStudio studio, JsonNode viewer, double fromMillis, String figure) {
        List<Double> each = studio.figures().stream()
                .filter(line -> line.atMillis() >= fromMillis)
                .flatMap(line -> line.json().path("perViewer").valueStream())
                .filter(one -> one.path("id").equals(viewer.path("id")))
                .map(one -> one.path(figure))
                .filter(JsonNode::isNumber)
                .map(JsonNode::doubleValue)
                .toList();
        return tenths(new Percentiles(each).at(50));
    }

    /// The pictures that were captured on a whole second are the first of their flash.
    private static List<Flash> flashes(List<Shown> shown) {
        return shown.stream()
                .filter(picture -> picture.capturedMillis() % 1000 == 0)
                .map(picture -> new Flash(picture.shownMillis(), 0))
                .toList();
    }

    private void print(ObjectNode line) {
        line.properties().forEach(member -> System.out.printf("%-20s %s%n", member.getKey(), member.getValue()));
        if (json) {
            System.out.println(line);
        }
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
