package liveroom.bench.link;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import liveroom.bench.chain.Chromium;
import liveroom.bench.chain.Monotonic;
import liveroom.bench.chain.PictureWatch;
import liveroom.bench.chain.PictureWatch.Shown;

/// One viewer in a browser. Confined to the thread of its browser.
final class Viewing {
    private static final double LOOK_MILLIS = 200;

    private final Page page;
    private final PictureWatch watch;
    private double fromMillis;

    private Viewing(Page page, PictureWatch watch) {
        this.page = page;
        this.watch = watch;
    }

    /// Opens the page, lets its sound be heard, and waits for pictures with a time code.
    ///
    /// @param displayAfterMillis see [PictureWatch#displayAfterMillis()]
    static Viewing open(Chromium browser, String link, double displayAfterMillis) {
        Page page = browser.open();
        PictureWatch watch = PictureWatch.installBesides(page);
        page.navigate(link);
        watch.awaitAny();
        page.locator("#sound-call").click();
        watch.begin(displayAfterMillis);
        return new Viewing(page, watch);
    }

    /// What was shown before is forgotten.
    void begin() {
        watch.take();
        fromMillis = Monotonic.millis();
    }

    /// Lets time pass.
    void rest(double seconds) {
        double until = Monotonic.millis() + seconds * 1000;
        for (double left = seconds * 1000; left > 0; left = until - Monotonic.millis()) {
            watch.tapWorkers();
            page.waitForTimeout(Math.min(left, LOOK_MILLIS));
        }
    }

    /// What was shown since it began.
    Watched end() {
        double until = Monotonic.millis();
        List<Shown> pictures = new ArrayList<>(watch.take());
        pictures.sort((a, b) -> Double.compare(a.shownMillis(), b.shownMillis()));
        return new Watched(List.copyOf(pictures), fromMillis, until);
    }
}
