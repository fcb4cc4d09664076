package liveroom.bench;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.util.List;
import java.util.Map;
import liveroom.bench.chain.Chromium;
import liveroom.bench.chain.LiveStudio;
import org.junit.jupiter.api.Test;

/// Leaving without a word, on either side: a viewer whose browser is killed, and a studio that gets a signal.
class LeavingTest {
    private static final List<String> SOURCES = List.of("--video", "test", "--audio", "test");

    @Test
    void viewerIsKilled_isGoneFromTheList_studioGetsASignal_viewersAreTold() {
        try (Chromium chromium = Chromium.start(Map.of());
                LiveStudio studio = LiveStudio.start(Map.of(), SOURCES)) {
            Page stays = watch(chromium, studio);
            Page dies = watch(chromium, studio);
            studio.awaitViewers(2);
            assertThatThrownBy(() -> dies.navigate("chrome://crash")).isInstanceOf(PlaywrightException.class);
            studio.awaitViewers(1);
            stays.locator("html[data-state=live]").waitFor();

            studio.end();
            stays.locator("html[data-state=ended]").waitFor();
        }
    }

    private static Page watch(Chromium chromium, LiveStudio studio) {
        Page page = chromium.open();
        page.navigate(studio.link());
        page.locator("html[data-state=live]").waitFor();
        return page;
    }
}
