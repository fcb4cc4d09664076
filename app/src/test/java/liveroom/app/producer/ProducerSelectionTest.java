package liveroom.app.producer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.KeyboardModifier;
import java.util.List;
import java.util.Map;
import liveroom.app.testing.Visit;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.Layer;
import liveroom.capture.show.ShowCommand;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Several layers are chosen, in the picture and in the list, and moved, arranged and removed together.
class ProducerSelectionTest extends ProducerTest {
    private static final Offset<Double> NEARLY = within(0.01);
    private static final Box CAMERA = new Box(0.1, 0.15, 0.3, 0.3);
    private static final Box NAME = new Box(0.3, 0.55, 0.2, 0.1);
    private static final Box NEWS = new Box(0.7, 0.7, 0.2, 0.2);

    private Layer shown(String layerId) {
        return studio.desk
                .state()
                .show()
                .scene("ana")
                .orElseThrow()
                .layer(layerId)
                .orElseThrow();
    }

    private Box box(String layerId) {
        return shown(layerId).placement().box();
    }

    @BeforeEach
    void prepare() throws Exception {
        for (var place : Map.of("camera", CAMERA, "name", NAME, "news", NEWS).entrySet()) {
            Layer layer = shown(place.getKey());
            Layer placed = layer.withPlacement(layer.placement().withBox(place.getValue()))
                    .withShown(true);
            studio.desk.perform(new ShowCommand.ReplaceLayer("ana", placed), "host");
        }
        studio.desk.perform(new ShowCommand.Preview("ana"), "host");
    }

    private Visit preparing() {
        Visit visit = producer("Mira");
        awaitPlace(visit.page(), "ana", "preview");
        return visit;
    }

    private static void move(Page page, double x, double y) {
        BoundingBox screen = page.locator("[data-bus=preview] .bus-screen").boundingBox();
        page.mouse()
                .move(screen.x + x * screen.width, screen.y + y * screen.height, new Mouse.MoveOptions().setSteps(4));
    }

    private static void press(Page page, double x, double y) {
        move(page, x, y);
        page.mouse().down();
        page.mouse().up();
    }

    private static Locator chooser(Page page, String layerId) {
        return layer(page, layerId).locator(".layer-choose");
    }

    private static void click(Page page, String layerId, KeyboardModifier held) {
        chooser(page, layerId).click(new Locator.ClickOptions().setModifiers(List.of(held)));
    }

    private static void awaitChosen(Page page, String... layerIds) {
        assertThat(page.locator(".layer-choose[aria-pressed=true]")).hasCount(layerIds.length);
        for (String id : layerIds) {
            assertThat(chooser(page, id)).hasAttribute("aria-pressed", "true");
        }
    }

    @Test
    void several_chosenInThePicture_areDraggedTogether_asOneStep() {
        try (Visit visit = preparing()) {
            Page page = visit.page();
            press(page, 0.2, 0.3);
            awaitChosen(page, "camera");
            page.keyboard().down("Shift");
            press(page, 0.4, 0.6);
            page.keyboard().up("Shift");
            awaitChosen(page, "camera", "name");
            assertThat(page.locator(".outline")).hasCount(2);

            move(page, 0.2, 0.3);
            page.mouse().down();
            move(page, 0.37, 0.26);
            page.mouse().up();
            page.waitForCondition(() -> !box("name").equals(NAME));
            assertThat(box("camera").x()).isCloseTo(0.27, NEARLY);
            assertThat(box("camera").y()).isCloseTo(0.11, NEARLY);
            assertThat(box("name").x()).isCloseTo(0.47, NEARLY);
            assertThat(box("name").width()).isCloseTo(NAME.width(), within(0.0002));
            assertThat(box("news")).isEqualTo(NEWS);
            page.locator("#undo").click();
            page.waitForCondition(
                    () -> box("camera").equals(CAMERA) && box("name").equals(NAME));

            press(page, 0.2, 0.3);
            awaitChosen(page, "camera");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void corner_ofSeveral_pulled_resizesAllOfThem() {
        try (Visit visit = preparing()) {
            Page page = visit.page();
            chooser(page, "camera").click();
            click(page, "name", KeyboardModifier.CONTROL);
            move(page, 0.5, 0.65);
            page.mouse().down();
            move(page, 0.9, 0.65);
            page.mouse().up();
            page.waitForCondition(() -> !box("name").equals(NAME));
            assertThat(box("camera").width()).isCloseTo(0.6, NEARLY);
            assertThat(box("name").right()).isCloseTo(0.9, NEARLY);
            assertThat(box("name").x()).isCloseTo(0.5, NEARLY);
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void list_chosenWithCtrlShiftAndKeyboard_lockedIsNot() throws Exception {
        studio.desk.perform(new ShowCommand.ReplaceLayer("ana", shown("camera").withLocked(true)), "host");
        try (Visit visit = preparing()) {
            Page page = visit.page();
            assertThat(chooser(page, "camera")).isDisabled();
            assertThat(layer(page, "slate").locator(".layer-choose")).isDisabled(); // on air, not in the preview
            chooser(page, "news").click();
            click(page, "name", KeyboardModifier.CONTROL);
            awaitChosen(page, "news", "name");
            click(page, "news", KeyboardModifier.CONTROL);
            awaitChosen(page, "name");
            studio.desk.perform(
                    new ShowCommand.ReplaceLayer("ana", shown("camera").withLocked(false)), "host");
            assertThat(chooser(page, "camera")).isEnabled();
            chooser(page, "news").click();
            click(page, "camera", KeyboardModifier.SHIFT);
            awaitChosen(page, "news", "name", "camera");
            page.keyboard().press("Escape");
            awaitChosen(page);

            chooser(page, "name").focus();
            page.keyboard().press("Enter");
            chooser(page, "news").focus();
            page.keyboard().press("Enter");
            awaitChosen(page, "name", "news");
            studio.desk.perform(new ShowCommand.RemoveLayer("ana", "news"), "host");
            awaitChosen(page, "name");
            studio.desk.perform(new ShowCommand.Preview("lamp"), "host");
            awaitPlace(page, "lamp", "preview");
            awaitChosen(page);
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void arrows_nudgeAllThatAreChosen() {
        try (Visit visit = preparing()) {
            Page page = visit.page();
            press(page, 0.2, 0.3);
            page.keyboard().press("Control+a");
            awaitChosen(page, "camera", "name", "news");
            page.keyboard().press("ArrowRight");
            page.keyboard().press("Shift+ArrowDown");
            page.waitForCondition(() -> box("news").equals(new Box(0.705, 0.75, 0.2, 0.2)));
            assertThat(box("camera")).isEqualTo(new Box(0.105, 0.2, 0.3, 0.3));
            page.locator("#undo").click();
            page.waitForCondition(
                    () -> box("camera").equals(CAMERA) && box("news").equals(NEWS));
            page.keyboard().press("Space"); // the picture has not kept the keys
            awaitPlace(page, "ana", "program");
        }
    }

    @Test
    void arranged_alignsAndDistributes_eachOneStep() {
        try (Visit visit = preparing()) {
            Page page = visit.page();
            assertThat(labelled(page, "Align left")).isDisabled();
            chooser(page, "name").click();
            assertThat(labelled(page, "Equal gaps across, for three or more")).isDisabled();
            labelled(page, "Align centres").click();
            page.waitForCondition(() -> box("name").x() == 0.4);
            page.locator("#undo").click();
            page.waitForCondition(() -> box("name").equals(NAME));

            click(page, "camera", KeyboardModifier.CONTROL);
            labelled(page, "Align bottom").click();
            page.waitForCondition(() -> box("camera").y() == 0.35);
            assertThat(box("name")).isEqualTo(NAME);
            page.locator("#undo").click();
            page.waitForCondition(() -> box("camera").equals(CAMERA));

            click(page, "news", KeyboardModifier.CONTROL);
            labelled(page, "Equal gaps across, for three or more").click();
            page.waitForCondition(() -> box("name").x() == 0.45);
            assertThat(box("camera")).isEqualTo(CAMERA);
            assertThat(box("news")).isEqualTo(NEWS);
            page.locator("#undo").click();
            page.waitForCondition(() -> box("name").equals(NAME));
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void chosen_removedByKey_comeBackTogether() {
        try (Visit visit = preparing()) {
            Page page = visit.page();
            chooser(page, "name").click();
            click(page, "news", KeyboardModifier.CONTROL);
            page.keyboard().press("Delete");
            assertThat(page.locator("#offer-text")).hasText("2 layers were removed.");
            assertThat(layer(page, "news")).hasCount(0);
            assertThat(layer(page, "name")).hasCount(0);
            page.locator("#offer-undo").click();
            assertThat(layer(page, "news")).isVisible();
            assertThat(layer(page, "name")).isVisible();
            assertThat(visit.complaints()).isEmpty();
        }
    }
}
