package liveroom.bench;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import liveroom.bench.chain.Chromium;
import liveroom.bench.chain.LiveStudio;
import liveroom.bench.chain.Monotonic;
import liveroom.bench.chain.WideAreaLink;

/// Cuts a viewer's network for ten seconds, for real: studio and browser are two hosts joined by an emulated link. Runs
/// in the root of a checkout, as root, on Linux.
final class NetworkCut {
    private static final double DELAY_MILLIS = 25;
    private static final double CUT_MILLIS = 10_000;
    private static final double PATIENCE_MILLIS = 60_000;
    private static final int CUTS = 3;
    private static final int CALM_PICTURES = 150;
    private static final int MOVING_PICTURES = 15;
    private static final String COUNT_PICTURES = """
            () => {
              const video = document.querySelector('[data-program]');
              const counter = (globalThis.counter = { pictures: 0 });
              const shown = () => {
                counter.pictures += 1;
                video.requestVideoFrameCallback(shown);
              };
              video.requestVideoFrameCallback(shown);
            }""";

    private NetworkCut() {}

    static List<Figure> run() {
        try (WideAreaLink link = WideAreaLink.start(Path.of("bench/wan"), "cut", DELAY_MILLIS, 0);
                LiveStudio studio =
                        LiveStudio.start(link, List.of("--video", "test", "--audio", "test", "--lane", "track"));
                Chromium chromium = Chromium.start(link, studio.link(), studio.home())) {
            return measure(chromium.open(), studio.link(), link);
        }
    }

    private static List<Figure> measure(Page page, String watch, WideAreaLink link) {
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.navigate(watch);
        awaitState(page, "live");
        double noticedMillis = 0;
        double backMillis = 0;
        for (int i = 0; i < CUTS; i++) {
            awaitPictures(page, CALM_PICTURES);
            double cutMillis = Monotonic.millis();
            link.cut();
            awaitState(page, "reconnecting");
            double noticed = Monotonic.millis() - cutMillis;
            page.waitForTimeout(CUT_MILLIS - noticed);
            link.mend();
            double mendedMillis = Monotonic.millis();
            awaitPictures(page, MOVING_PICTURES);
            awaitState(page, "live");
            noticedMillis = Math.max(noticedMillis, noticed);
            backMillis = Math.max(backMillis, Monotonic.millis() - mendedMillis);
        }
        return List.of(
                Figure.of("network cut for 10 s: until the viewer is told, worst of 3", noticedMillis, "ms"),
                Figure.of("network back: until 15 pictures are shown, worst of 3", backMillis, "ms"));
    }

    private static void awaitState(Page page, String state) {
        page.waitForFunction("state => document.documentElement.dataset.state === state", state);
    }

    private static void awaitPictures(Page page, int count) {
        page.evaluate(COUNT_PICTURES);
        page.waitForFunction("count => globalThis.counter.pictures >= count", count);
    }
}
