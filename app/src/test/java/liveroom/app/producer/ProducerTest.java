package liveroom.app.producer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import liveroom.app.testing.Browser;
import liveroom.app.testing.Visit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/// One browser a class, one room with a desk a test.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit calls `openBrowser` and `begin` before anything else
abstract class ProducerTest {
    Browser browser;
    ProducerRoom studio;

    @BeforeAll
    void openBrowser() {
        browser = Browser.open(Map.of(), List.of(Browser.AUTOPLAY));
    }

    @AfterAll
    void closeBrowser() {
        browser.close();
    }

    @BeforeEach
    void begin() throws Exception {
        studio = new ProducerRoom();
    }

    @AfterEach
    void end() {
        studio.close();
    }

    /// A producer at a desktop, whose page is live.
    Visit producer(String name) {
        return producer(name, new NewContextOptions().setViewportSize(1440, 900));
    }

    Visit producer(String name, NewContextOptions options) {
        Visit visit = new Visit(browser, options);
        visit.page().addInitScript("localStorage.setItem('liveroom.producer.name', '" + name + "')");
        visit.page().navigate(studio.link());
        awaitLine(visit.page(), "live");
        return visit;
    }

    static void awaitLine(Page page, String line) {
        assertThat(page.locator("html")).hasAttribute("data-line", line);
    }

    static Locator scene(Page page, String id) {
        return page.locator(".scene[data-scene=" + id + "]");
    }

    static Locator layer(Page page, String id) {
        return page.locator(".layer[data-layer=" + id + "]");
    }

    static void awaitPlace(Page page, String sceneId, String place) {
        assertThat(scene(page, sceneId)).hasAttribute("data-place", place);
    }
}
