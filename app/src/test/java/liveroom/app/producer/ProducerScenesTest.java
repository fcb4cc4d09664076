package liveroom.app.producer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import liveroom.app.testing.Visit;
import liveroom.capture.scene.Cue;
import liveroom.capture.scene.Scene;
import liveroom.capture.scene.Transition;
import liveroom.capture.show.ShowCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;

/// Scenes and cues are made, named, moved and removed on the page as in the window.
class ProducerScenesTest extends ProducerTest {
    private List<String> scenes() {
        return studio.desk.state().show().scenes().stream().map(Scene::name).toList();
    }

    private List<String> cues() {
        return studio.desk.state().show().rundown().stream().map(Cue::label).toList();
    }

    private static Locator shownScenes(Page page) {
        return page.locator(".scene-name");
    }

    private static void sceneMenu(Page page, String name, String action) {
        choose(page, labelled(page, "What to do about the scene " + name), action);
    }

    @Test
    @Execution(CONCURRENT)
    void scene_added_isNextAndHasTheLayout() {
        try (Visit visit = producer("Mira")) {
            Page page = visit.page();
            choose(page, page.locator("#scene-add"), "Picture in picture");
            assertThat(page.locator("#preview-scene")).hasText("Picture in picture");
            assertThat(studio.desk.state().preview().layers()).hasSize(2);
            page.locator("#undo").click(); // scene and layout are one step
            assertThat(page.locator("#preview-scene")).hasText("Ana");
            assertThat(scenes()).hasSize(6);
            page.locator("#redo").click();
            page.waitForCondition(() -> scenes().size() == 7);
            choose(page, page.locator("#scene-add"), "Empty scene");
            assertThat(page.locator("#preview-scene")).hasText("Scene");
            assertThat(scenes()).endsWith("Picture in picture", "Scene");
            assertThat(studio.desk.state().programId()).isEqualTo("start");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void layout_thatWouldCaptureTheScreen_isNotOfferedWhereTheShowHasNone() throws Exception {
        studio.desk.perform(new ShowCommand.RemoveScene("talk"), "host");
        try (Visit visit = producer("Mira")) {
            Page page = visit.page();
            page.locator("#scene-add").click();
            assertThat(item(page, "Screen with speaker")).isDisabled();
            assertThat(item(page, "Interview")).isEnabled();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void scene_renamedAndDuplicated_byMenuAndKey() {
        try (Visit visit = producer("Mira")) {
            Page page = visit.page();
            sceneMenu(page, "The lamp", "Rename …");
            page.locator("#ask-input").fill("The brass lamp");
            page.keyboard().press("Enter");
            assertThat(scene(page, "lamp").locator(".scene-name")).hasText("The brass lamp");
            scene(page, "lamp").focus();
            page.keyboard().press("F2");
            page.locator("#ask-input").fill("Nothing");
            page.keyboard().press("Escape");
            sceneMenu(page, "The brass lamp", "Duplicate");
            assertThat(shownScenes(page).nth(4)).hasText("The brass lamp 2");
            List<Scene> all = studio.desk.state().show().scenes();
            assertThat(all.get(4).layers()).isEqualTo(all.get(3).layers());
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void scene_moved_byMenuKeyAndDrag() {
        try (Visit visit = producer("Mira")) {
            Page page = visit.page();
            sceneMenu(page, "The lamp", "Move earlier");
            assertThat(shownScenes(page).nth(2)).hasText("The lamp");
            scene(page, "lamp").focus();
            page.keyboard().press("Alt+ArrowLeft");
            assertThat(shownScenes(page).nth(1)).hasText("The lamp");
            assertThat(scene(page, "lamp")).isFocused();
            drag(page, scene(page, "start"), scene(page, "talk"));
            assertThat(shownScenes(page).nth(0)).hasText("The lamp");
            assertThat(scenes()).startsWith("The lamp", "Ana", "Starting soon");
            assertThat(studio.desk.state().previewId()).isEqualTo("ana"); // dragging is no press
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void scene_removed_comesBackByUndo_andNotWhereUndoMeansSomethingElse() throws Exception {
        try (Visit visit = producer("Mira")) {
            Page page = visit.page();
            scene(page, "lamp").focus();
            page.keyboard().press("Delete");
            assertThat(page.locator("#offer-text")).hasText("“The lamp” was removed.");
            assertThat(scene(page, "lamp")).hasCount(0);
            studio.desk.perform(new ShowCommand.Preview("ana"), "host");
            page.locator("#offer-undo").click();
            assertThat(scene(page, "lamp")).isVisible();
            assertThat(page.locator("#offer")).isHidden();
            assertThat(cues()).contains("The lamp");

            sceneMenu(page, "The lamp", "Remove");
            assertThat(page.locator("#offer")).isVisible();
            studio.desk.perform(new ShowCommand.RenameShow("Late evening"), "host");
            assertThat(page.locator("#offer")).isHidden();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void transition_whileItLasts_bothScenesAreOnAir() throws Exception {
        try (Visit visit = producer("Mira")) {
            Page page = visit.page();
            studio.desk.perform(new ShowCommand.Preview("ana"), "host");
            studio.desk.perform(new ShowCommand.Take(new Transition(Transition.Kind.FADE, 8000)), "host");
            for (String id : new String[] {"start", "ana"}) {
                assertThat(scene(page, id).locator(".badge")).hasText("On air");
            }
            assertThat(scene(page, "start").locator(".badge")).hasText("Preview");
            assertThat(scene(page, "start")).hasAttribute("data-leaving", "false");
            assertThat(scene(page, "ana").locator(".badge")).hasText("On air");
        }
    }

    @Test
    @Execution(CONCURRENT)
    void scene_onAir_cannotBeRemoved() {
        try (Visit visit = producer("Mira")) {
            Page page = visit.page();
            awaitPlace(page, "start", "program");
            labelled(page, "What to do about the scene Starting soon").click();
            assertThat(item(page, "Remove")).isDisabled();
            page.keyboard().press("Escape");
            scene(page, "start").focus();
            page.keyboard().press("Delete");
            assertThat(page.locator("#refusal")).containsText("is on air");
            assertThat(scenes()).hasSize(6);
        }
    }

    @Test
    @Execution(CONCURRENT)
    void menu_byKeyboard_opensMovesChoosesAndGivesTheFocusBack() {
        try (Visit visit = producer("Mira")) {
            Page page = visit.page();
            Locator more = labelled(page, "What to do about the scene Break");
            more.focus();
            page.keyboard().press("Enter");
            assertThat(item(page, "Rename …")).isFocused();
            page.keyboard().press("n"); // is of the menu, not of the run-down
            page.keyboard().press("End");
            assertThat(item(page, "Remove")).isFocused();
            page.keyboard().press("ArrowDown");
            page.keyboard().press("ArrowDown");
            assertThat(item(page, "Duplicate")).isFocused();
            page.keyboard().press("Escape");
            assertThat(page.getByRole(AriaRole.MENU)).hasCount(0);
            assertThat(more).isFocused();
            assertThat(more).hasAttribute("aria-expanded", "false");
            assertThat(studio.desk.state().programId()).isEqualTo("start");
        }
    }

    @Test
    @Execution(CONCURRENT)
    void cue_addedNamedMovedAndRemoved() {
        try (Visit visit = producer("Mira")) {
            Page page = visit.page();
            scene(page, "ana").click();
            awaitPlace(page, "ana", "preview");
            choose(page, page.locator("#cue-add"), "Stinger to Ana");
            assertThat(page.locator(".cue-name").nth(6)).hasText("Stinger to Ana");
            assertThat(studio.desk.state().show().rundown().getLast().action())
                    .isEqualTo(new Cue.Action.Take("ana", Transition.STINGER));
            choose(page, page.locator("#cue-add"), "Hide Ticker");
            assertThat(page.locator(".cue-name").nth(7)).hasText("Hide Ticker");

            choose(page, labelled(page, "What to do about the cue Hide Ticker"), "Rename …");
            page.locator("#ask-input").fill("Ticker out");
            page.locator("#ask .button").first().click();
            assertThat(page.locator(".cue-name").nth(7)).hasText("Ticker out");
            page.locator(".cue").nth(7).focus();
            page.keyboard().press("Alt+ArrowUp");
            assertThat(page.locator(".cue-name").nth(6)).hasText("Ticker out");
            page.keyboard().press("Delete");
            assertThat(page.locator(".cue-name")).hasCount(7);
            page.locator("#offer-undo").click();
            assertThat(page.locator(".cue-name")).hasCount(8);
            assertThat(cues()).containsSubsequence("Ticker out", "Stinger to Ana");
            assertThat(visit.complaints()).isEmpty();
        }
    }
}
