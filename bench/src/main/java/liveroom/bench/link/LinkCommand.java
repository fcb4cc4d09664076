package liveroom.bench.link;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import liveroom.bench.chain.Chromium;
import liveroom.bench.chain.LiveStudio;
import liveroom.bench.chain.PictureWatch;
import liveroom.bench.chain.PulseServer;
import liveroom.bench.chain.Reference;
import liveroom.bench.chain.SoundRecorder;
import liveroom.bench.fanout.Lane;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `bench link`: what a viewer in Chromium gets over links that are far, lose packets, become narrow or are cut. Needs
/// Linux, root, Python 3 and iproute2.
@Command(name = "link", description = "Measures what a viewer gets over impaired links. As root.")
public final class LinkCommand implements Callable<Integer> {
    /// A studio that has just begun compiles, and so does the viewer's page: the first half minute tells more of that
    /// than of the link.
    private static final double WARM_UP_SECONDS = 30;

    @Option(names = "--lane", description = "shared or track.")
    private Lane lane = Lane.SHARED;

    @Option(names = "--trials", split = ",", description = "calm, loss, far_loss, rate_steps, cut, beside.")
    private List<LinkTrial> trials = List.of(LinkTrial.values());

    @Option(names = "--seconds", description = "How long to measure where nothing else is said.")
    private int seconds = 20;

    @Option(names = "--json", description = "The last line is one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        double displayAfterMillis = displayAfterMillis();
        ObjectNode all = JsonMapper.shared().createObjectNode().put("lane", lane.word());
        for (LinkTrial trial : trials) {
            Map<String, Double> figures = measure(trial, displayAfterMillis, all);
            figures.forEach((name, value) -> System.out.printf("%-12s %-44s %9.1f%n", trial, name, value));
        }
        if (json) {
            System.out.println(all);
        }
        return 0;
    }

    /// The viewer's rungs, in kbit/s, one after the other.
    private static List<Integer> rungs(LiveStudio studio) {
        List<Integer> rungs = new ArrayList<>();
        for (LiveStudio.Figures told : studio.figures()) {
            told.ofViewer("rungKbps").map(Double::intValue).ifPresent(kbps -> {
                if (rungs.isEmpty() || !rungs.getLast().equals(kbps)) {
                    rungs.add(kbps);
                }
            });
        }
        return rungs;
    }

    /// The emulated link ends at a browser without sound devices; how it shows pictures is learnt from one with.
    private static double displayAfterMillis() {
        try (PulseServer pulse = PulseServer.start();
                SoundRecorder recorder = SoundRecorder.start(pulse, PulseServer.SPEAKERS);
                Chromium chromium = Chromium.start(pulse.environment());
                Reference reference = Reference.make(0)) {
            Page page = chromium.open();
            PictureWatch pictures = PictureWatch.install(page);
            reference.play(page, recorder);
            return pictures.displayAfterMillis();
        }
    }

    private Map<String, Double> measure(LinkTrial trial, double displayAfterMillis, ObjectNode all) {
        try (LinkStand stand = LinkStand.open(lane, trial.delayMillis());
                Chromium browser = stand.browser()) {
            Viewing viewer = Viewing.open(browser, stand.studio().link(), displayAfterMillis);
            viewer.rest(WARM_UP_SECONDS);
            Map<String, Double> figures = trial.measure(stand, viewer, seconds);
            var last =
                    stand.studio().figures().getLast().json().path("perViewer").path(0);
            System.out.printf(
                    "%-12s served on the %s lane in the end, connections: %d, rungs: %s%n",
                    trial,
                    last.path("lane").asString(),
                    last.path("connections").asInt(1),
                    rungs(stand.studio()));
            ObjectNode row = all.putObject(trial.name());
            figures.forEach(row::put);
            row.set("viewer", last);
            return figures;
        }
    }
}
