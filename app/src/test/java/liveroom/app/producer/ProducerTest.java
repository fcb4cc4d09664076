package liveroom.app.producer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import liveroom.app.testing.BrowserTest;
import liveroom.app.testing.Visit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// One room with a desk a test.
@SuppressWarnings("NullAway.Init") // JUnit calls `begin` before anything else
abstract class ProducerTest extends BrowserTest {
    ProducerRoom studio;

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

    /// The button of that name.
    static Locator labelled(Page page, String label) {
        return page.locator("button[aria-label=\"" + label + "\"]");
    }

    /// A line of the menu that is open.
    static Locator item(Page page, String name) {
        return page.getByRole(
                AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    static void choose(Page page, Locator button, String name) {
        button.click();
        item(page, name).click();
    }

    /// Drags with the mouse, into the upper left quarter of a place.
    static void drag(Page page, Locator from, Locator to) {
        BoundingBox start = from.boundingBox();
        BoundingBox end = to.boundingBox();
        page.mouse().move(start.x + start.width / 2, start.y + start.height / 2);
        page.mouse().down();
        page.mouse().move(end.x + end.width / 4, end.y + end.height / 4, new Mouse.MoveOptions().setSteps(5));
        page.mouse().up();
    }
}
