package liveroom.app.producer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import com.microsoft.playwright.Page;
import liveroom.app.testing.Visit;
import liveroom.capture.scene.Transition;
import liveroom.capture.show.ShowCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;

/// The pictures of the page: what is on air, what comes next, what each scene looks like.
class ProducerPicturesTest extends ProducerTest {
    /// The colour of the upper right corner, which tells the painted scenes apart; empty until there is a picture.
    private static final String CORNER = """
            (selector) => {
                const picture = document.querySelector(selector);
                const width = picture?.videoWidth ?? picture?.width ?? 0;
                if (width < 100) {
                    return '';
                }
                const canvas = new OffscreenCanvas(16, 9);
                const pen = canvas.getContext('2d');
                pen.drawImage(picture, 0, 0, 16, 9);
                return [...pen.getImageData(14, 1, 1, 1).data.slice(0, 3)].join();
            }
            """;

    private static final String PLAYS = "(id) => document.querySelector(id).currentTime > 0.5";

    private static int[] corner(Page page, String selector) {
        page.waitForFunction("(selector) => (" + CORNER + ")(selector) !== ''", selector);
        String[] colour = String.valueOf(page.evaluate(CORNER, selector)).split(",", -1);
        return new int[] {Integer.parseInt(colour[0]), Integer.parseInt(colour[1]), Integer.parseInt(colour[2])};
    }

    private static boolean alike(int[] one, int[] other) {
        return Math.abs(one[0] - other[0]) + Math.abs(one[1] - other[1]) + Math.abs(one[2] - other[2]) < 40;
    }

    @Test
    @Execution(CONCURRENT)
    void bothPictures_areVideo_beforeAndAfterTheShowToo() {
        try (Visit visit = producer("Mira")) {
            Page page = visit.page();
            page.waitForFunction(PLAYS, "#preview");
            page.waitForFunction(PLAYS, "[data-program]");
            assertThat(page.locator("#preview-still")).isHidden();
            assertThat(page.locator("#program-still")).isHidden();
            assertThat(page.locator("#program-note")).isHidden();
            assertThat(page.locator("#program-heading")).hasText("On air");
            assertThat(page.locator(".scene[data-place=program] .badge")).hasText("On air");
            studio.room().endShow();
            assertThat(page.locator("#program-note")).isVisible();
            assertThat(page.locator("#program-heading")).hasText("Program");
            assertThat(page.locator(".scene[data-place=program] .badge")).hasText("Program");
            double then = (double) page.evaluate("() => document.querySelector('[data-program]').currentTime");
            page.waitForFunction("(then) => document.querySelector('[data-program]').currentTime > then + 0.5", then);
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void preview_isOfTheSceneThatComesNext() {
        try (Visit visit = producer("Mira")) {
            Page page = visit.page();
            for (String id : new String[] {"lamp", "end"}) {
                scene(page, id).click();
                awaitPlace(page, id, "preview");
                int[] wanted = corner(page, ".scene[data-scene=" + id + "] canvas[data-picture]");
                page.waitForCondition(() -> alike(corner(page, "#preview"), wanted));
            }
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void withoutWebRtc_picturesAreStills() {
        try (Visit visit = new Visit(browser, 1440, 900)) {
            Page page = visit.page();
            page.addInitScript("delete globalThis.RTCPeerConnection");
            page.navigate(studio.link());
            awaitLine(page, "live");
            assertThat(corner(page, "#preview-still")).isNotEmpty();
            assertThat(corner(page, "#program-still")).isNotEmpty();
            assertThat(page.locator("#preview-still")).isVisible();
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void producer_isNoViewer() throws Exception {
        try (Visit visit = producer("Mira")) {
            visit.page().waitForFunction(PLAYS, "[data-program]");
            visit.page().waitForFunction(PLAYS, "#preview");
            assertThat(studio.room().viewers()).isEmpty();
            assertThat(studio.room().vacancy().viewers()).isEqualTo(8);
            try (Visit viewer = new Visit(browser, 1280, 720).to(studio.viewersLink(), "live")) {
                assertThat(studio.room().viewers()).hasSize(1);
                studio.desk.perform(new ShowCommand.Take(Transition.CUT), "host");
                assertThat(viewer.complaints()).isEmpty();
            }
        }
    }

    @Test
    @Execution(CONCURRENT)
    void watching_endsWithThePage() {
        try (Visit visit = producer("Mira")) {
            visit.page().waitForFunction(PLAYS, "#preview");
            assertThat(studio.previewIsWatched()).isTrue();
            visit.page().navigate("about:blank");
            visit.page().waitForCondition(() -> !studio.previewIsWatched());
        }
    }

    @Test
    @Execution(CONCURRENT)
    void thumbnail_followsItsScene() throws Exception {
        try (Visit visit = producer("Mira")) {
            Page page = visit.page();
            assertThat(page.locator(".scene canvas[data-picture]")).hasCount(6);
            String before = still(page, "ana");
            studio.desk.perform(new ShowCommand.Reveal("ana", "name", false), "host");
            page.waitForCondition(() -> !still(page, "ana").equals(before));
            assertThat(visit.complaints()).isEmpty();
        }
    }

    private static String still(Page page, String id) {
        return String.valueOf(
                page.evaluate("(id) => document.querySelector(`[data-scene=${id}] canvas`).toDataURL()", id));
    }
}
