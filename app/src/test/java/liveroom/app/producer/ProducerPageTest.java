package liveroom.app.producer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.InetAddress;
import liveroom.app.testing.Visit;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Transition;
import liveroom.capture.show.ShowCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;

/// What producers do with the page, and what they see of each other.
class ProducerPageTest extends ProducerTest {
    private Content.LowerThird nameOnAir() {
        return (Content.LowerThird) studio.layer("ana", "name").content();
    }

    @Test
    @Execution(CONCURRENT)
    void wrongKey_showsNothingAndChangesNothing() {
        long before = studio.desk.state().revision();
        try (Visit visit = new Visit(browser, 1440, 900)) {
            Page page = visit.page();
            page.navigate(studio.origin() + "/producer#wwwwwwwwwwwwwwwwwwwwww");
            awaitLine(page, "invalid");
            assertThat(page.locator("#notice-heading")).hasText("This link does not work");
            assertThat(page.locator("#desk")).hasCount(0);
            assertThat(page.locator("body")).not().containsText("Evening with Ana");
            page.keyboard().press("Space");
            page.keyboard().press("n");
            page.navigate(studio.origin() + "/producer");
            awaitLine(page, "invalid");
        }
        assertThat(studio.desk.state().revision()).isEqualTo(before);
    }

    @Test
    @Execution(CONCURRENT)
    void key_isTakenOutOfTheAddress_andKeptForTheTabAlone() {
        try (Visit visit = producer("Mira")) {
            Page page = visit.page();
            assertThat(page.url()).endsWith("/producer");
            assertThat(page.evaluate("() => Object.values(localStorage).join()"))
                    .asString()
                    .doesNotContain(ProducerRoom.KEY);
            page.reload();
            awaitLine(page, "live");
            assertThat(page.locator("#title")).hasText("Evening with Ana");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void scene_pressedOnceIsNext_twiceIsOnAir() {
        try (Visit visit = producer("Mira")) {
            Page page = visit.page();
            awaitPlace(page, "start", "program");
            scene(page, "talk").click();
            awaitPlace(page, "talk", "preview");
            assertThat(page.locator("#preview-scene")).hasText("Interview with Mira");
            assertThat(scene(page, "talk")).hasAttribute("aria-pressed", "true");
            assertThat(studio.desk.state().programId()).isEqualTo("start");

            page.locator("#take-fade").click();
            awaitPlace(page, "talk", "program");
            awaitPlace(page, "start", "preview");
            assertThat(studio.desk.state().change().transition()).isEqualTo(Transition.FADE);

            scene(page, "lamp").dblclick();
            awaitPlace(page, "lamp", "program");
            assertThat(page.locator("#program-scene")).hasText("The lamp");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void twoProducersAndTheHost_seeEachOthersChanges() throws Exception {
        try (Visit mira = producer("Mira");
                Visit jon = producer("Jon")) {
            scene(mira.page(), "lamp").click();
            awaitPlace(jon.page(), "lamp", "preview");
            assertThat(jon.page().locator("#last")).containsText("Mira previewed a scene");
            assertThat(jon.page().locator("#producers")).hasText("Jon, Mira produce");

            jon.page().locator("#take-cut").click();
            awaitPlace(mira.page(), "lamp", "program");
            assertThat(mira.page().locator("#last")).containsText("Jon took a scene on air");

            studio.desk.perform(new ShowCommand.RenameShow("Night with Ana"), "host");
            assertThat(mira.page().locator("#title")).hasText("Night with Ana");
            assertThat(mira.page().locator("#last")).containsText("The host changed the show");
        }
    }

    @Test
    @Execution(CONCURRENT)
    void layer_toggled_isShownOrHidden_andUndone() {
        try (Visit visit = producer("Mira")) {
            Page page = visit.page();
            Locator toggle = layer(page, "news").getByRole(AriaRole.SWITCH);
            assertThat(toggle).hasAttribute("aria-checked", "false");
            toggle.click();
            assertThat(toggle).hasAttribute("aria-checked", "true");
            page.locator("#undo").click();
            assertThat(toggle).hasAttribute("aria-checked", "false");
            page.keyboard().press("Control+y");
            assertThat(toggle).hasAttribute("aria-checked", "true");
        }
    }

    @Test
    @Execution(CONCURRENT)
    void halfTyped_staysOffAir_untilConfirmed() throws Exception {
        try (Visit visit = producer("Mira")) {
            Page page = visit.page();
            studio.desk.perform(new ShowCommand.Preview("ana"), "host");
            studio.desk.perform(new ShowCommand.Take(Transition.CUT), "host");
            awaitPlace(page, "ana", "program");
            Locator row = layer(page, "name");
            row.getByText("Edit").click();
            Locator name = row.locator("input[name=name]");
            assertThat(name).isFocused();
            name.fill("");
            name.pressSequentially("Ana n s Ferr");
            studio.desk.perform(new ShowCommand.Reveal("ana", "news", true), "host");
            assertThat(layer(page, "news").locator(".switch")).hasAttribute("aria-checked", "true");
            assertThat(name).hasValue("Ana n s Ferr");
            assertThat(nameOnAir().name()).isEqualTo("Ana Ferreira");
            assertThat(row.locator(".button").last()).hasText("Discard");
            name.press("Escape");
            assertThat(row.locator("form")).hasCount(0);
            assertThat(nameOnAir().name()).isEqualTo("Ana Ferreira");

            row.getByText("Edit").click();
            row.locator("input[name=title]").fill("Host, and <b>lamp</b> enthusiast");
            assertThat(row.getByText("Apply on air")).isVisible();
            row.locator("input[name=title]").press("Enter");
            assertThat(row.locator("form")).hasCount(0);
            assertThat(nameOnAir())
                    .isEqualTo(new Content.LowerThird("Ana Ferreira", "Host, and <b>lamp</b> enthusiast"));
            assertThat(studio.desk.state().programId()).isEqualTo("ana");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void edited_byTwo_theSecondIsTold_andTheLastOneWins() throws Exception {
        try (Visit visit = producer("Mira")) {
            Page page = visit.page();
            Locator row = layer(page, "name");
            row.getByText("Edit").click();
            row.locator("input[name=name]").fill("Ana F.");
            Layer layer = studio.layer("ana", "name");
            studio.desk.perform(
                    new ShowCommand.ReplaceLayer(
                            "ana",
                            layer.withContent(new Content.LowerThird("Ana", "Host"))
                                    .withShown(false)),
                    "host");
            assertThat(row.locator(".editor-note")).containsText("Somebody has changed this layer");
            row.locator(".editor-buttons .button").first().click();
            assertThat(row.locator("form")).hasCount(0);
            assertThat(nameOnAir().name()).isEqualTo("Ana F.");
            assertThat(row.locator(".switch")).hasAttribute("aria-checked", "false");
        }
    }

    @Test
    @Execution(CONCURRENT)
    void refusedEdit_keepsWhatWasTyped_andSaysWhy() {
        try (Visit visit = producer("Mira")) {
            Page page = visit.page();
            scene(page, "lamp").click();
            Locator card = layer(page, "card");
            card.getByText("Edit").click();
            Locator link = card.locator("input[name=link]");
            link.fill("javascript:alert(1)");
            card.getByText("Apply").click();
            assertThat(card.getByRole(AriaRole.ALERT)).hasText("The link must begin with https:// or http://.");
            link.fill("https://user:secret@shop.example/");
            card.getByText("Apply").click();
            assertThat(card.getByRole(AriaRole.ALERT)).containsText("address that begins with https://");
            assertThat(link).hasValue("https://user:secret@shop.example/");
        }
    }

    @Test
    @Execution(CONCURRENT)
    void chatMessage_putOnScreen_isInTheSceneOnAir() {
        String hostile = "<img src=x onerror=globalThis.harmed=1> Which lamp?";
        studio.room().chat().say(hostile);
        try (Visit visit = producer("Mira")) {
            Page page = visit.page();
            assertThat(page.locator(".said-text")).hasText(hostile);
            page.getByText("Put on screen").click();
            Locator comment = page.locator(".layer-group[data-place=program] .layer-kind")
                    .filter(new Locator.FilterOptions().setHasText("Comment"));
            assertThat(comment).containsText("Which lamp?");
            assertThat(studio.desk.state().program().layers())
                    .anyMatch(layer -> layer.shown()
                            && layer.content() instanceof Content.Comment said
                            && said.text().equals(hostile));
            assertThat(page.evaluate("() => globalThis.harmed")).isNull();
            assertThat(page.locator("#desk img")).hasCount(0);
        }
    }

    @Test
    @Execution(CONCURRENT)
    void rundown_nextTakesCueAfterCue_pressedCueIsNext() {
        try (Visit visit = producer("Mira")) {
            Page page = visit.page();
            assertThat(page.locator("#next-cue")).hasText("Ana says hello");
            page.locator("#next").click();
            awaitPlace(page, "ana", "program");
            assertThat(page.locator("#next-cue")).hasText("Ticker in");
            page.getByText("Goodbye").click();
            assertThat(page.locator("#next-cue")).hasText("Goodbye");
            page.locator("#next").click();
            awaitPlace(page, "end", "program");
            assertThat(page.locator("#next")).isDisabled();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void kit_chosen_isTheShows() {
        try (Visit visit = producer("Mira");
                Visit jon = producer("Jon")) {
            visit.page().locator("#kit").selectOption("midnight");
            assertThat(jon.page().locator("#kit")).hasValue("midnight");
            assertThat(studio.desk.state().show().brand()).isEqualTo("midnight");
        }
    }

    @Test
    @Execution(CONCURRENT)
    void producerDisconnects_andReturnsByItself() throws Exception {
        try (Visit visit = producer("Mira")) {
            Page page = visit.page();
            visit.context().setOffline(true);
            studio.room().rebind(InetAddress.getLoopbackAddress()); // ends what stands
            awaitLine(page, "reconnecting");
            assertThat(page.locator("#notice-heading")).hasText("Reconnecting");
            page.keyboard().press("Space");
            studio.desk.perform(new ShowCommand.Preview("lamp"), "host");
            visit.context().setOffline(false);
            awaitLine(page, "live");
            awaitPlace(page, "lamp", "preview");
            awaitPlace(page, "start", "program");
        }
    }

    @Test
    @Execution(CONCURRENT)
    void renewedKey_endsThePageAtOnce() {
        try (Visit visit = producer("Mira")) {
            studio.room().renewProducerKey("qqqqqqqqqqqqqqqqqqqqqq");
            awaitLine(visit.page(), "invalid");
            assertThat(visit.page().locator("body")).not().containsText("Evening with Ana");
            assertThat(visit.page().locator("#desk")).hasCount(0);
        }
    }
}
