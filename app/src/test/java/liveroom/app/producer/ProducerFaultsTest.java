package liveroom.app.producer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import liveroom.app.testing.Visit;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Transition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;

/// Producers who leave at the wrong moment, get in each other's way, or may not be there.
class ProducerFaultsTest extends ProducerTest {
    private static final String PLAYS = "(id) => document.querySelector(id).currentTime > 0.3";
    /// What the studio tells of the transition: the event's own words.
    private static final String LEAVING = """
            async ([key]) => {
                const answer = await fetch('/control/state', {headers: {Authorization: `Bearer ${key}`}});
                return (await answer.json()).state.tally.leaving;
            }
            """;

    @Test
    @Execution(CONCURRENT)
    void producerGone_inMidTransition_itEndsAsItShouldAndNobodyElseNotices() {
        try (Visit jon = producer("Jon");
                Visit viewer = new Visit(browser, 1280, 720).to(studio.viewersLink(), "live")) {
            Page page = jon.page();
            try (Visit mira = producer("Mira")) {
                scene(mira.page(), "lamp").click();
                awaitPlace(mira.page(), "lamp", "preview");
                mira.page().locator("#take-stinger").click();
                awaitPlace(page, "lamp", "program");
            }
            assertThat(page.locator("#producers")).hasText("Jon produces");
            page.waitForCondition(() ->
                    page.evaluate(LEAVING, new String[] {ProducerRoom.KEY}).equals(""));
            awaitPlace(page, "lamp", "program");
            awaitPlace(page, "start", "preview");
            assertThat(studio.desk.state().change().transition()).isEqualTo(Transition.STINGER);
            page.locator("#take-cut").click();
            awaitPlace(page, "start", "program");
            awaitLine(page, "live");
            viewer.awaitState("live");
            assertThat(jon.complaints()).isEmpty();
            assertThat(viewer.complaints()).isEmpty();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void twoProducers_editTheSame_theLastWins_bothSeeTheSame() {
        try (Visit mira = producer("Mira");
                Visit jon = producer("Jon")) {
            Locator miras = layer(mira.page(), "slate");
            Locator jons = layer(jon.page(), "slate");
            miras.getByText("Edit").click();
            jons.getByText("Edit").click();
            miras.locator("[name=headline]").fill("Mira’s headline");
            jons.locator("[name=headline]").fill("Jon’s headline");
            miras.getByText("Apply on air").click();
            assertThat(jons.locator(".editor-note")).containsText("Somebody has changed this layer");
            jons.getByText("Apply on air").click();
            for (Locator row : new Locator[] {miras, jons}) {
                assertThat(row.locator(".layer-kind")).containsText("Jon’s headline");
            }
            Content slate =
                    studio.desk.state().program().layer("slate").orElseThrow().content();
            assertThat(((Content.Slate) slate).headline()).isEqualTo("Jon’s headline");

            // At once, without waiting for each other.
            for (int round = 0; round < 10; round++) {
                scene(mira.page(), round % 2 == 0 ? "ana" : "talk").click();
                scene(jon.page(), round % 2 == 0 ? "lamp" : "break").click();
            }
            for (Visit visit : new Visit[] {mira, jon}) {
                visit.page()
                        .waitForCondition(() -> visit.page()
                                .locator(".scene[data-place=preview]")
                                .getAttribute("data-scene")
                                .equals(studio.desk.state().previewId()));
                assertThat(visit.page().locator(".scene[data-place=preview]")).hasCount(1);
            }
        }
    }

    @Test
    @Execution(CONCURRENT)
    void removedWhileItIsEdited_theFormGoes_andNothingComesBack() throws Exception {
        try (Visit mira = producer("Mira");
                Visit jon = producer("Jon")) {
            scene(mira.page(), "ana").click();
            awaitPlace(jon.page(), "ana", "preview");
            layer(mira.page(), "name").getByText("Edit").click();
            layer(mira.page(), "name").locator("[name=name]").fill("Too late");
            layer(jon.page(), "name").locator(".grip").focus();
            jon.page().keyboard().press("Delete");
            assertThat(layer(mira.page(), "name")).hasCount(0);
            assertThat(mira.complaints()).isEmpty();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void wrongKey_atTheInterface_showsNothingAndChangesNothing() {
        long before = studio.desk.state().revision();
        try (Visit visit = new Visit(browser, 800, 600)) {
            APIRequestContext http = visit.context().request();
            for (String key : new String[] {"wwwwwwwwwwwwwwwwwwwwww", ProducerRoom.VIEWERS_KEY}) {
                RequestOptions wrong = RequestOptions.create().setHeader("Authorization", "Bearer " + key);
                for (String path : new String[] {
                    "state", "events", "picture?of=program", "picture?of=preview", "picture?of=scene&scene=ana"
                }) {
                    assertRefused(http.get(studio.origin() + "/control/" + path, wrong));
                }
                assertRefused(http.post(
                        studio.origin() + "/control/command",
                        wrong.setHeader("Content-Type", "application/json").setData("{\"do\":\"take\"}")));
                for (String bus : new String[] {"program", "preview"}) {
                    assertRefused(http.post(
                            studio.origin() + "/control/whep/" + bus,
                            wrong.setHeader("Content-Type", "application/sdp").setData("v=0")));
                }
            }
        }
        assertThat(studio.desk.state().revision()).isEqualTo(before);
        assertThat(studio.previewIsWatched()).isFalse();
    }

    private static void assertRefused(APIResponse answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text()).doesNotContain("Evening", "ana");
    }

    @Test
    @Execution(CONCURRENT)
    void revokedKey_endsEventsAndBothPictures() {
        try (Visit visit = producer("Mira")) {
            Page page = visit.page();
            page.waitForFunction(PLAYS, "#preview");
            page.waitForFunction(PLAYS, "[data-program]");
            studio.room().renewProducerKey("qqqqqqqqqqqqqqqqqqqqqq");
            awaitLine(page, "invalid");
            page.waitForCondition(() -> !studio.previewIsWatched());
            assertThat(page.locator("video")).hasCount(0);
            assertThat(page.locator("body")).not().containsText("Evening with Ana");
            page.reload();
            awaitLine(page, "invalid");
        }
    }
}
