package liveroom.bench.chain;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Worker;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import liveroom.capture.source.TimeCode;

/// Reads the time code of the studio's test source in every picture that a page shows: from a video element when the
/// browser expects to show it, from a canvas when the refresh of the screen that holds it is shown.
///
/// Confined to the thread of its page.
public final class PictureWatch {
    private static final double LOOK_MILLIS = 100;
    private static final double PATIENCE_MILLIS = 30_000;

    private final Page page;
    private final Set<Worker> tapped = new HashSet<>();
    private double toMonotonicMillis;

    private PictureWatch(Page page) {
        this.page = page;
    }

    /// Watches what the page will show once it has navigated.
    public static PictureWatch install(Page page) {
        CanvasTap.install(page);
        page.addInitScript(CanvasTap.script("pixels.js"));
        return new PictureWatch(page);
    }

    /// Watches what the page will show, but pictures of a worker only after [#tapWorkers()]: where Playwright itself
    /// cannot reach the studio.
    public static PictureWatch installBesides(Page page) {
        page.addInitScript(CanvasTap.script("pixels.js"));
        return new PictureWatch(page);
    }

    /// Watches what the page's workers show, those too that have come since the last call.
    public void tapWorkers() {
        try {
            CanvasTap.tap(page, tapped);
        } catch (PlaywrightException _) {
            // One is about to begin, or to end: the next call will tell.
        }
    }

    /// From now on pictures are counted, and times are told by the clock of [Monotonic].
    ///
    /// @param displayAfterMillis see [#displayAfterMillis()]
    public void begin(double displayAfterMillis) {
        page.evaluate("ms => window.liveroomPixels.setDisplayAfterMs(ms)", displayAfterMillis);
        toMonotonicMillis = number("() => window.liveroomPixels.unixOffset()") - Monotonic.unixOffsetMillis();
        page.evaluate("() => window.liveroomPixels.take()");
    }

    /// How long after the refresh in which it hands over a video's picture the browser expects to show it: a canvas
    /// that is drawn on is shown as long after.
    public double displayAfterMillis() {
        return number("() => window.liveroomPixels.displayAfterMs()");
    }

    /// Waits for the first picture with a time code.
    ///
    /// @return milliseconds since the page was asked for
    public double awaitFirstMillis() {
        page.waitForFunction("() => window.liveroomPixels.firstMs() > 0");
        return number("() => window.liveroomPixels.firstMs()");
    }

    /// Waits for a picture with a time code, whoever shows it: a newcomer's first may come by tracks or by a worker.
    public void awaitAny() {
        double until = Monotonic.millis() + PATIENCE_MILLIS;
        while (number("() => window.liveroomPixels.firstMs()") <= 0) {
            if (Monotonic.millis() > until) {
                throw new IllegalStateException("no picture with a time code has come");
            }
            tapWorkers();
            page.waitForTimeout(LOOK_MILLIS);
        }
    }

    /// The pictures since the last call.
    public List<Shown> take() {
        List<Shown> all = new ArrayList<>();
        for (Object item : (List<?>) page.evaluate("() => window.liveroomPixels.take()")) {
            Map<?, ?> picture = (Map<?, ?>) item;
            double at = ((Number) Objects.requireNonNull(picture.get("at"))).doubleValue() + toMonotonicMillis;
            int code = ((Number) Objects.requireNonNull(picture.get("code"))).intValue();
            all.add(Shown.of(at, code));
        }
        return all;
    }

    private double number(String script) {
        return ((Number) page.evaluate(script)).doubleValue();
    }

    /// A picture that was shown.
    ///
    /// @param shownMillis see [Monotonic]
    /// @param capturedMillis the same clock, whole milliseconds, rounded down
    public record Shown(double shownMillis, long capturedMillis) {
        static Shown of(double shownMillis, int code) {
            long shown = (long) Math.floor(shownMillis);
            return new Shown(shownMillis, shown - Math.floorMod(shown - code, (long) TimeCode.PERIOD_MILLIS));
        }

        public double ageMillis() {
            return shownMillis - capturedMillis;
        }
    }
}
