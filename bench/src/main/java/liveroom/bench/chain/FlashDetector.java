package liveroom.bench.chain;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Watches a video element or a canvas for flashes in the lower left of its picture, from 5 to 30 % of the width and
/// from 60 to 95 % of the height, in what the browser really shows.
///
/// Confined to the thread of its page.
public final class FlashDetector {
    static final double MIDDLE_X = 0.175;
    static final double MIDDLE_Y = 0.775;

    private final Page page;
    private final double toMonotonicMillis;

    private FlashDetector(Page page, double toMonotonicMillis) {
        this.page = page;
        this.toMonotonicMillis = toMonotonicMillis;
    }

    /// Starts to watch the element that `selector` finds.
    public static FlashDetector watch(Page page, String selector) {
        CanvasTap.tap(page);
        page.evaluate(CanvasTap.script("flash.js"), selector);
        double pageToUnix = ((Number) page.evaluate("() => window.liveroomFlash.unixOffset()")).doubleValue();
        return new FlashDetector(page, pageToUnix - Monotonic.unixOffsetMillis());
    }

    /// The flashes since the last call.
    public List<Flash> take() {
        List<Flash> flashes = new ArrayList<>();
        for (Object item : (List<?>) page.evaluate("() => window.liveroomFlash.take()")) {
            Map<?, ?> flash = (Map<?, ?>) item;
            flashes.add(new Flash(number(flash, "at") + toMonotonicMillis, (int) number(flash, "unseen")));
        }
        return flashes;
    }

    private static double number(Map<?, ?> map, String key) {
        return ((Number) Objects.requireNonNull(map.get(key))).doubleValue();
    }

    /// The first bright picture after dark ones.
    ///
    /// @param shownMillis when it reached the screen, see [Monotonic]
    /// @param unseen pictures shown since the last dark one that was looked at; if any, it may have begun earlier
    public record Flash(double shownMillis, int unseen) {}

    /// How many pictures have been shown so far, in whatever shows them.
    public int presentedFrames() {
        return ((Number) page.evaluate("() => window.liveroomFlash.presented()")).intValue();
    }
}
