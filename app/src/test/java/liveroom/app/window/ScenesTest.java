package liveroom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import liveroom.app.settings.Settings;
import liveroom.app.window.kit.States;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Scene;
import liveroom.capture.scene.Transition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Scenes, layers and cues in the real window, driven by mouse and keyboard, on a real desk.
class ScenesTest extends SceneWindowTest {
    @Test
    void scene_pickedAndTaken_goesOnAirAndTheOldOneIsNext() {
        awaitNextPicture();
        window.robot().clickOn("Thank you");
        window.await("it is next", () -> desk().previewId().equals("end"));
        window.click("take-fade");
        window.await("it is on air", () -> desk().programId().equals("end"));
        assertThat(desk().previewId()).isEqualTo("talk");
    }

    /// What the chips of the strip say, of those that are red.
    private List<String> redScenes() {
        return window.find("scenes", ListView.class).lookupAll(".room-scene").stream()
                .filter(chip -> chip.getPseudoClassStates().contains(States.LIVE))
                .map(chip -> chip.getParent().getAccessibleText())
                .toList();
    }

    @Test
    void programScene_offAirAndOnAir_isRedOnlyWhileViewersSeeIt() {
        window.await("the strip is filled", () -> window.shows("scenes"));
        assertThat(WindowHarness.onFx(this::redScenes)).isEmpty();
        window.click("go-live");
        window.await("one is red", () -> redScenes().size() == 1);
        assertThat(WindowHarness.onFx(this::redScenes))
                .singleElement()
                .asString()
                .contains("Talk")
                .contains("on air");
        window.click("go-live");
        window.await("none is red", () -> redScenes().isEmpty());
    }

    @Test
    void keys_sceneAndCut_putItOnAir() {
        window.click("air");
        window.robot().push(KeyCode.ALT, KeyCode.DIGIT3);
        window.await("it is next", () -> desk().previewId().equals("end"));
        window.robot().push(KeyCode.F5);
        window.await("it is on air", () -> desk().programId().equals("end"));
    }

    @Test
    void layer_draggedOnThePicture_movesAndUndoTakesItBack() {
        awaitNextPicture();
        drag(onPicture(0.3, 0.4), onPicture(0.45, 0.42));
        window.await("it has moved", () -> layer("camera").placement().box().x() > 0.1);
        window.robot().push(KeyCode.CONTROL, KeyCode.Z);
        window.await("it is back", () -> layer("camera").placement().box().equals(new Box(0.05, 0.2, 0.5, 0.5)));
        window.robot().push(KeyCode.SHIFT, KeyCode.RIGHT);
        window.await(
                "ten pixels on",
                () -> Math.abs(layer("camera").placement().box().x() - 0.05 - 10.0 / 1280) < 1e-6);
    }

    @Test
    void text_typed_appliesWithEnterAlone() {
        awaitNextPicture();
        window.robot().clickOn(onPicture(0.1, 0.8));
        window.await("its name is shown", () -> window.shows("field-name"));
        window.robot().doubleClickOn("#field-name");
        window.robot().push(KeyCode.CONTROL, KeyCode.A);
        window.robot().write("Ben");
        window.await(
                "it is written",
                () -> window.find("field-name", TextField.class).getText().equals("Ben"));
        assertThat(layer("name").content()).isEqualTo(new Content.LowerThird("Ana Brandt", "Potter"));
        assertThat(WindowHarness.onFx(() -> window.shows("apply"))).isTrue();
        window.robot().type(KeyCode.ENTER);
        window.await(
                "it is in the show", () -> layer("name").content().equals(new Content.LowerThird("Ben", "Potter")));
        window.robot().write("x");
        window.robot().type(KeyCode.ESCAPE);
        window.await(
                "it is forgotten",
                () -> window.find("field-name", TextField.class).getText().equals("Ben"));
    }

    @Test
    void layers_addedHiddenAndRemoved_followInTheShow() {
        fire("add-layer", "Ticker");
        window.await("it is there", () -> layers().contains("ticker-1"));
        assertThat(WindowHarness.onFx(() -> window.shows("field-items"))).isTrue();
        window.press("eye-ticker-1");
        window.await("it is hidden", () -> !layer("ticker-1").shown());
        WindowHarness.onFx(() -> {
            window.find("layers", ListView.class).requestFocus();
            return true;
        });
        window.robot().push(KeyCode.DELETE);
        window.await("it is gone", () -> !layers().contains("ticker-1"));
        window.press("undo");
        window.await("it is back", () -> layers().contains("ticker-1"));
        fire("layouts", "Side by side");
        window.await(
                "the camera has its half",
                () -> layer("camera").placement().box().width() < 0.5 || layers().size() > 5);
    }

    private void fire(String menu, String item) {
        window.await(menu + " is there", () -> window.shows(menu));
        WindowHarness.onFx(() -> {
            window.find(menu, MenuButton.class).getItems().stream()
                    .filter(each -> item.equals(each.getText()))
                    .findFirst()
                    .orElseThrow()
                    .fire();
            return true;
        });
    }

    @Test
    void layer_draggedInTheList_comesToTheFront() {
        awaitNextPicture();
        Bounds from = onScreen("layer-camera");
        Bounds to = onScreen("layer-name");
        drag(new Point2D(from.getMinX() + 40, from.getCenterY()), new Point2D(to.getMinX() + 40, to.getMinY() + 4));
        window.await("it is in front", () -> layers().getLast().equals("camera"));
    }

    @Test
    void scene_draggedInTheStrip_takesThatPlaceAndIsNotChosen() {
        awaitNextPicture();
        drag(chip("Thank you").add(10, 0), chip("Talk").subtract(30, 0));
        window.await("it is the first", () -> sceneIds().equals(List.of("end", "talk", "product")));
        assertThat(desk().previewId()).isEqualTo("product");
        window.press("undo");
        window.await("it is the last", () -> sceneIds().equals(List.of("talk", "product", "end")));
    }

    private Point2D chip(String name) {
        return WindowHarness.onFx(() -> {
            Node label = window.robot()
                    .from(window.find("scenes", Node.class))
                    .lookup(name)
                    .query();
            Bounds bounds = label.localToScreen(label.getLayoutBounds());
            return new Point2D(bounds.getMinX(), bounds.getCenterY());
        });
    }

    private List<String> sceneIds() {
        return desk().show().scenes().stream().map(Scene::id).toList();
    }

    @ParameterizedTest
    @CsvSource({"take-cut, F5, CUT", "take-fade, F6, FADE", "take-stinger, F7, STINGER"})
    void transition_byButtonAndByKey_putsTheNextSceneOnAir(String button, KeyCode key, Transition.Kind kind) {
        awaitNextPicture();
        window.click(button);
        window.await("it is on air", () -> desk().programId().equals("product"));
        assertThat(desk().change().transition().kind()).isEqualTo(kind);
        window.robot().push(key);
        window.await("the first is on air again", () -> desk().programId().equals("talk"));
        assertThat(desk().change().transition().kind()).isEqualTo(kind);
    }

    @Test
    void scenes_addedRenamedAndRemoved_followInTheShow() {
        window.press("add-scene");
        window.await("it is there and next", () -> desk().preview().name().equals("Scene"));
        fire("scene-menu", "Rename …");
        window.await("the name is asked for", () -> window.shows("prompt"));
        WindowHarness.onFx(() -> {
            window.find("prompt", TextField.class).setText("Closing words");
            return true;
        });
        window.press("prompt-yes");
        window.await("it has its name", () -> scenes().contains("Closing words"));
        fire("scene-menu", "Remove");
        window.await("it is gone", () -> !scenes().contains("Closing words"));
        assertThat(WindowHarness.onFx(() -> window.text("toast"))).contains("Closing words");
        window.press("undo");
        window.await("it is back", () -> scenes().contains("Closing words"));
    }

    private Set<String> scenes() {
        return desk().show().scenes().stream().map(Scene::name).collect(Collectors.toSet());
    }

    @Test
    void fold_pressed_hidesTheNextSceneAndIsKept() {
        window.press("studio-mode");
        window.await("it is folded", () -> !isSeen("take-cut"));
        assertThat(isSeen("arrange-LEFT")).isFalse();
        assertThat(window.settings().dressing().studioMode()).isEqualTo(Settings.StudioMode.FOLDED);
        window.robot().clickOn("Thank you");
        window.await("a click goes on air", () -> desk().programId().equals("end"));
        window.press("studio-mode");
        window.await("it is open again", () -> isSeen("take-cut"));
    }

    private boolean isSeen(String id) {
        return window.find(id, Node.class).getParent().isVisible();
    }

    @Test
    void hotkey_ofAnother_isRefusedAndAFreeOneWorks() {
        window.press("shortcuts");
        window.press("key-CUT");
        window.robot().push(KeyCode.F6);
        window.await("it is refused", () -> window.text("keys-problem").contains("F6"));
        window.press("key-CUT");
        window.robot().push(KeyCode.CONTROL, KeyCode.K);
        window.await("it is taken", () -> window.text("key-CUT").equals("Ctrl+K"));
        window.robot().push(KeyCode.ESCAPE);
        assertThat(WindowHarness.onFx(() ->
                        window.find("take-cut", Control.class).getTooltip().getText()))
                .contains("Ctrl+K");
        window.robot().push(KeyCode.CONTROL, KeyCode.K);
        window.await("it cuts", () -> desk().programId().equals("product"));
    }

    @Test
    void cues_nextPressed_areTakenInTheirOrder() {
        WindowHarness.onFx(() -> {
            window.find("side-tabs", TabPane.class).getSelectionModel().select(3);
            return true;
        });
        window.await("the next cue is named", () -> nextCue().contains("Show the box"));
        window.click("next-cue");
        window.await("the scene is on air", () -> desk().programId().equals("product"));
        window.await("the one after it is named", () -> nextCue().contains("Who is speaking"));
        window.click("next-cue");
        window.click("next-cue");
        window.await("the end", () -> window.find("next-cue", ButtonBase.class).isDisabled());
        assertThat(desk().programId()).isEqualTo("end");
    }

    private String nextCue() {
        return String.valueOf(window.find("next-cue", ButtonBase.class).getAccessibleText());
    }

    @Test
    void warning_fixed_bringsTheLayerInside() throws Exception {
        Layer headline = layer("headline");
        studio.desk()
                .perform(
                        new liveroom.capture.show.ShowCommand.ReplaceLayer(
                                "product",
                                headline.withPlacement(headline.placement().withBox(new Box(0.7, 0, 0.3, 0.1)))),
                        "test");
        awaitNextPicture();
        window.robot().clickOn(onPicture(0.9, 0.05));
        window.press("mend");
        window.await("it is inside", () -> layer("headline").placement().box().y() >= 0.05 - 1e-9);
    }

    @Test
    void brand_chosen_dressesTheShow() {
        window.click("brand");
        window.await(
                "the kits are listed",
                () -> window.find("brand", MenuButton.class).getItems().stream()
                        .map(MenuItem::getText)
                        .toList()
                        .contains("Nocturne"));
        fire("brand", "Nocturne");
        window.await("the show has it", () -> desk().show().brand().equals("nocturne"));
        assertThat(WindowHarness.onFx(() -> window.find("brand", Labeled.class).getText()))
                .isEqualTo("Nocturne");
    }

    @Test
    void producer_revoked_hasAnotherLink() {
        window.press("invite");
        window.await(
                "the link is there, masked", () -> window.text("producer-link").contains("producer#"));
        assertThat(WindowHarness.onFx(() -> window.text("producer-link"))).doesNotContain("pr0ducer");
        window.press("producer-renew");
        window.press("confirm");
        window.await("it was renewed", () -> studio.asked().contains("renew producer"));
    }

    @Test
    void desk_changedBySomebodyElse_showsInTheWindow() throws Exception {
        studio.desk().perform(new liveroom.capture.show.ShowCommand.RenameScene("product", "The bowl"), "producer");
        window.await("the name is shown", () -> window.text("next-caption").contains("The bowl"));
    }
}
