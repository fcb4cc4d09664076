package liveroom.app.producer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.regex.Pattern;
import liveroom.app.testing.Visit;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.Layer;
import liveroom.capture.show.ShowCommand;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;

/// Layers are taken, dragged, pulled and nudged in the preview's picture.
class ProducerHandlesTest extends ProducerTest {
    private static final Offset<Double> NEARLY = within(0.01);
    private static final Box BEGUN = new Box(0.25, 0.25, 0.3, 0.25);

    private Layer named() {
        return studio.layer("ana", "name");
    }

    private Box box() {
        return named().placement().box();
    }

    @BeforeEach
    void prepare() throws Exception {
        Layer placed = named().withPlacement(named().placement().withBox(BEGUN));
        studio.desk.perform(new ShowCommand.ReplaceLayer("ana", placed), "host");
        studio.desk.perform(new ShowCommand.Preview("ana"), "host");
    }

    /// Presses at one place of the preview and lets go at another, both in fractions of its picture.
    private static void drag(Page page, double[] from, double[] to) {
        BoundingBox screen = page.locator("[data-bus=preview] .bus-screen").boundingBox();
        page.mouse().move(screen.x + from[0] * screen.width, screen.y + from[1] * screen.height);
        page.mouse().down();
        page.mouse()
                .move(
                        screen.x + to[0] * screen.width,
                        screen.y + to[1] * screen.height,
                        new Mouse.MoveOptions().setSteps(4));
        page.mouse().up();
    }

    private static void press(Page page, double x, double y) {
        drag(page, new double[] {x, y}, new double[] {x, y});
    }

    @Test
    @Execution(CONCURRENT)
    void layer_pressedAndDragged_isElsewhere_andBackByUndo() {
        try (Visit visit = producer("Mira")) {
            Page page = visit.page();
            awaitPlace(page, "ana", "preview");
            Locator frame = page.locator("#handles");
            assertThat(frame).isHidden();
            press(page, 0.35, 0.35);
            assertThat(frame).hasAttribute("aria-label", Pattern.compile("Place of Name: .*"));
            assertThat(box()).isEqualTo(BEGUN);

            drag(page, new double[] {0.35, 0.35}, new double[] {0.43, 0.41});
            page.waitForCondition(() -> !box().equals(BEGUN));
            assertThat(box().x()).isCloseTo(0.33, NEARLY);
            assertThat(box().y()).isCloseTo(0.31, NEARLY);
            assertThat(box().width()).isEqualTo(BEGUN.width());
            page.locator("#undo").click();
            page.waitForCondition(() -> box().equals(BEGUN));
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void corner_pulled_resizes_andSnapsToTheEdge() {
        try (Visit visit = producer("Mira")) {
            Page page = visit.page();
            awaitPlace(page, "ana", "preview");
            press(page, 0.35, 0.35);
            drag(page, new double[] {0.55, 0.5}, new double[] {0.993, 0.8});
            page.waitForCondition(() -> !box().equals(BEGUN));
            assertThat(box().right()).isEqualTo(1);
            assertThat(box().bottom()).isCloseTo(0.8, NEARLY);
            assertThat(box().x()).isEqualTo(BEGUN.x());
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void layer_takenByMenu_isNudgedByKeys_lockedIsLeft() throws Exception {
        try (Visit visit = producer("Mira")) {
            Page page = visit.page();
            awaitPlace(page, "ana", "preview");
            choose(page, labelled(page, "What to do about the layer Name"), "Place in the preview");
            assertThat(page.locator("#handles")).isFocused();
            page.keyboard().press("ArrowRight");
            page.keyboard().press("Shift+ArrowDown");
            page.waitForCondition(() -> box().equals(new Box(0.255, 0.3, 0.3, 0.25)));
            page.keyboard().press("Escape");
            assertThat(page.locator("#handles")).isHidden();

            studio.desk.perform(new ShowCommand.ReplaceLayer("ana", named().withLocked(true)), "host");
            assertThat(layer(page, "name").locator(".layer-lock")).isVisible();
            press(page, 0.35, 0.35);
            assertThat(page.locator("#handles")).hasAttribute("aria-label", Pattern.compile("Place of Camera: .*"));
            assertThat(visit.complaints()).isEmpty();
        }
    }
}
