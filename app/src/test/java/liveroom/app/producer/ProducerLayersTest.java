package liveroom.app.producer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import liveroom.app.testing.Visit;
import liveroom.capture.scene.Animation;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Look;
import liveroom.capture.scene.Paint;
import liveroom.capture.scene.Placement;
import liveroom.capture.show.ShowCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;

/// Layers are made, arranged and dressed on the page as in the window.
class ProducerLayersTest extends ProducerTest {
    private static final List<String> KINDS = List.of(
            "Picture source",
            "Image",
            "Text",
            "Lower third",
            "Ticker",
            "Clock",
            "Countdown",
            "Product",
            "Comment",
            "Shape",
            "Background",
            "Slate");

    private List<Layer> layers(String sceneId) {
        return studio.desk.state().show().scene(sceneId).orElseThrow().layers();
    }

    private Layer shown(String sceneId, String layerId) {
        return studio.desk
                .state()
                .show()
                .scene(sceneId)
                .orElseThrow()
                .layer(layerId)
                .orElseThrow();
    }

    private static void next(Page page, String id) {
        scene(page, id).click();
        awaitPlace(page, id, "preview");
    }

    private static void layerMenu(Page page, String name, String action) {
        choose(page, labelled(page, "What to do about the layer " + name), action);
    }

    private static Locator names(Page page) {
        return page.locator(".layer-group[data-place=preview] .layer-name");
    }

    private static Locator opened(Page page, String layerId, String pageName) {
        Locator row = layer(page, layerId);
        row.getByText("Edit").click();
        row.getByText(pageName, new Locator.GetByTextOptions().setExact(true)).click();
        return row;
    }

    @Test
    @Execution(CONCURRENT)
    void layer_ofEveryKind_isAddedInFront() {
        try (Visit visit = producer("Mira")) {
            Page page = visit.page();
            next(page, "end");
            for (String kind : KINDS) {
                choose(page, labelled(page, "Add a layer to Thank you"), kind);
                assertThat(names(page).first()).hasText(kind.equals("Slate") ? "Slate 2" : kind);
            }
            assertThat(layers("end").stream()
                            .map(layer -> layer.content().getClass())
                            .distinct())
                    .hasSize(KINDS.size());
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void layer_duplicatedMovedLockedHidden() {
        try (Visit visit = producer("Mira")) {
            Page page = visit.page();
            next(page, "ana");
            layerMenu(page, "Name", "Duplicate");
            assertThat(names(page)).hasText(new String[] {"Ticker", "Name 2", "Name", "Camera"});
            layerMenu(page, "Name 2", "Send back");
            assertThat(names(page)).hasText(new String[] {"Ticker", "Name", "Name 2", "Camera"});
            Locator grip = labelled(page, "Move Camera: drag, or Alt and arrow keys");
            grip.focus();
            page.keyboard().press("Alt+ArrowUp");
            assertThat(names(page)).hasText(new String[] {"Ticker", "Name", "Camera", "Name 2"});
            drag(page, grip, layer(page, "news").locator(".grip"));
            assertThat(names(page)).hasText(new String[] {"Camera", "Ticker", "Name", "Name 2"});
            assertThat(layers("ana").getLast().id()).isEqualTo("camera");

            layerMenu(page, "Camera", "Lock in its place");
            assertThat(layer(page, "camera").locator(".layer-lock")).isVisible();
            assertThat(shown("ana", "camera").locked()).isTrue();
            layer(page, "camera").locator(".grip").focus();
            page.keyboard().press("l");
            assertThat(layer(page, "camera").locator(".layer-lock")).isHidden();
            layer(page, "camera").getByRole(AriaRole.SWITCH).click();
            assertThat(layer(page, "camera")).hasAttribute("data-shown", "false");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void layer_renamedAndRemoved_comesBackByUndo() {
        try (Visit visit = producer("Mira")) {
            Page page = visit.page();
            next(page, "ana");
            layerMenu(page, "Ticker", "Rename …");
            page.locator("#ask-input").fill("News");
            page.keyboard().press("Enter");
            assertThat(names(page).first()).hasText("News");
            layer(page, "news").locator(".grip").focus();
            page.keyboard().press("Delete");
            assertThat(layer(page, "news")).hasCount(0);
            assertThat(page.locator("#offer-text")).hasText("“News” was removed.");
            page.locator("#offer-undo").click();
            assertThat(names(page).first()).hasText("News");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void layout_placesTheScenesSources() {
        try (Visit visit = producer("Mira")) {
            Page page = visit.page();
            next(page, "talk");
            choose(page, labelled(page, "Ready layouts for Interview with Mira"), "Picture in picture");
            page.waitForCondition(() -> shown("talk", "right").placement().box().width() < 0.5);
            page.locator("#undo").click();
            page.waitForCondition(() -> shown("talk", "right").placement().equals(Placement.FULL));
        }
    }

    @Test
    @Execution(CONCURRENT)
    void place_look_motion_areEdited_andTheRestStays() throws Exception {
        try (Visit visit = producer("Mira")) {
            Page page = visit.page();
            next(page, "ana");
            Locator row = opened(page, "name", "Place");
            row.locator("[name='placement.box.0']").fill("12,5");
            row.locator("[name='placement.box.2']").fill("40");
            row.locator("[name='placement.fit']").selectOption("contain");
            row.getByText("Look").click();
            row.locator("[name='look.opacity']").fill("80");
            row.locator("[name='look.border.paint']").selectOption("own");
            row.getByLabel("Own colour").fill("#204060");
            row.getByText("Motion").click();
            row.locator("[name='enter.kind']").selectOption("slide");
            row.locator("[name='enter.edge']").selectOption("left");
            studio.desk.perform(new ShowCommand.Reveal("ana", "name", false), "host");
            row.getByText("Apply").click();
            assertThat(row.locator("form")).hasCount(0);

            Layer edited = shown("ana", "name");
            assertThat(edited.placement().box()).isEqualTo(new Box(0.125, 0, 0.4, 1));
            assertThat(edited.placement().fit()).isEqualTo(Placement.Fit.CONTAIN);
            assertThat(edited.look().opacity()).isEqualTo(0.8);
            assertThat(edited.look().border()).isEqualTo(new Look.Border(0, new Paint.Fixed(0xff204060)));
            assertThat(edited.enter())
                    .isEqualTo(new Animation(Animation.Kind.SLIDE, 300, Animation.Ease.OUT, Animation.Edge.LEFT));
            assertThat(edited.shown()).isFalse();
            assertThat(edited.content()).isEqualTo(new Content.LowerThird("Ana Ferreira", "Host"));
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void number_outOfRange_isSaidWithTheRange_andNothingIsDone() {
        try (Visit visit = producer("Mira")) {
            Page page = visit.page();
            next(page, "ana");
            long before = studio.desk.state().revision();
            Locator row = opened(page, "name", "Look");
            row.locator("[name='look.opacity']").fill("130");
            row.getByText("Apply").click();
            assertThat(row.getByRole(AriaRole.ALERT)).hasText("Write a number from 0 to 100.");
            assertThat(row.locator("[name='look.opacity']")).isFocused();
            assertThat(studio.desk.state().revision()).isEqualTo(before);
        }
    }

    @Test
    @Execution(CONCURRENT)
    void sources_moreThanCanBeOpen_areWarnedOf() throws Exception {
        try (Visit visit = producer("Mira")) {
            Page page = visit.page();
            next(page, "talk");
            assertThat(page.locator("#crowd")).hasText("");
            for (int i = 0; i < 8; i++) {
                Content camera = new Content.Source("camera:" + i, Content.Key.NONE);
                Layer layer = Layer.of("cam-" + i, "Camera " + i, camera, Placement.FULL);
                studio.desk.perform(new ShowCommand.AddLayer("talk", layer, 9), "host");
            }
            assertThat(page.locator("#crowd"))
                    .hasText(
                            "Only eight sources can be open at once besides the main one: 1 of these scenes stays dark.");
            studio.desk.perform(new ShowCommand.RemoveLayer("talk", "right"), "host");
            assertThat(page.locator("#crowd")).hasText("");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void file_ofTheHosts_isNotBroughtInByAProducer() {
        try (Visit visit = producer("Mira")) {
            Page page = visit.page();
            next(page, "lamp");
            Locator card = layer(page, "card");
            card.getByText("Edit").click();
            card.locator("[name=picture]").fill("/etc/passwd");
            card.getByText("Apply").click();
            assertThat(card.getByRole(AriaRole.ALERT)).containsText("Only the host brings files");
            card.locator("[name=picture]").fill("kit:logo");
            card.getByText("Apply").click();
            assertThat(card.locator("form")).hasCount(0);

            Locator camera = layer(page, "camera");
            camera.getByText("Edit").click();
            assertThat(camera.locator("[name=source] option"))
                    .hasText(new String[] {"The main picture", "screen", "Test picture", "None"});
        }
    }
}
