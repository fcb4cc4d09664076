package liveroom.app.viewer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import com.microsoft.playwright.Page;
import java.util.LinkedHashSet;
import java.util.Set;
import liveroom.app.testing.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;

/// The page without a pointer, and to somebody who hears it.
class KeyboardTest extends PageTest {
    private static final String FOCUSED = "() => document.activeElement.id";
    private static final String PROGRAM_IS_APART = "() => document.pictureInPictureElement?.matches('[data-program]')";

    @Test
    @Execution(CONCURRENT)
    void tab_reachesEverythingOnceAndLeaves_focusIsSeen() {
        openPeer("");
        try (var visit = visit().to(studio.link(), "live")) {
            Page page = visit.page();
            Set<Object> walked = new LinkedHashSet<>();
            for (int i = 0; i < 40; i++) {
                page.keyboard().press("Tab");
                Object id = page.evaluate(FOCUSED);
                if (id.equals("") && walked.size() > 1) {
                    break;
                }
                walked.add(id);
                assertThat(page.evaluate("() => document.activeElement.matches('body, :focus-visible')"))
                        .isEqualTo(true);
            }
            assertThat(walked)
                    .contains(
                            "skip",
                            "sound-call",
                            "sound-button",
                            "volume",
                            "quality-button",
                            "fullscreen-button",
                            "chat-button",
                            "chat-hide",
                            "chat-log",
                            "name-input");
            assertThat(walked).startsWith("skip");
        }
    }

    @Test
    @Execution(CONCURRENT)
    void keys_actUnlessSomebodyWrites() {
        openPeer("");
        try (var visit = visit().to(studio.link(), "live")) {
            Page page = visit.page();
            page.keyboard().press("m");
            assertThat(page.locator("html")).hasAttribute("data-sound", "on");
            page.keyboard().press("k");
            assertThat(page.locator("html")).hasAttribute("data-sound", "off");
            page.keyboard().press("Space");
            assertThat(page.locator("html")).hasAttribute("data-sound", "on");
            page.keyboard().press("i");
            assertThat(page.locator("#quality-panel")).isFocused();
            page.keyboard().press("Escape");
            assertThat(page.locator("#quality-panel")).isHidden();
            assertThat(page.locator("#quality-button")).isFocused();

            page.locator("#chat-log").focus();
            page.keyboard().press("Space");
            assertThat(page.locator("html")).hasAttribute("data-sound", "on");
            page.keyboard().press("c");
            assertThat(page.locator("#chat-button")).isFocused();
            page.keyboard().press("c");
            assertThat(page.locator("#chat")).isVisible();

            page.locator("#name-input").focus();
            page.keyboard().type("mcfik m");
            assertThat(page.locator("#name-input")).hasValue("mcfik m");
            assertThat(page.locator("html")).hasAttribute("data-sound", "on");
            assertThat(page.locator("#chat")).isVisible();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void keys_turnedOff_doNothingButEscape_afterAReloadToo_untilTurnedOn() {
        openPeer("");
        try (var visit = visit().to(studio.link(), "live")) {
            Page page = visit.page();
            page.keyboard().press("i");
            page.locator("#keys-switch").uncheck();
            page.keyboard().press("Escape");
            assertThat(page.locator("#quality-panel")).isHidden();

            page.reload();
            visit.awaitState("live");
            page.keyboard().type("ifck");
            page.keyboard().press("Space");
            assertThat(page.locator("#quality-panel")).isHidden();
            assertThat(page.locator("#chat")).isVisible();
            assertThat(page.locator("html")).hasAttribute("data-fullscreen", "off");
            assertThat(page.locator("html")).hasAttribute("data-sound", "off");

            page.locator("#quality-button").click();
            page.locator("#keys-switch").check();
            page.keyboard().press("m");
            assertThat(page.locator("html")).hasAttribute("data-sound", "on");
        }
    }

    @Test
    @Execution(CONCURRENT)
    void fullscreen_wholeStage_andBack() {
        openPeer("");
        try (var visit = visit().to(studio.link(), "live")) {
            Page page = visit.page();
            page.keyboard().press("f");
            assertThat(page.locator("html")).hasAttribute("data-fullscreen", "on");
            assertThat(page.evaluate("() => document.fullscreenElement.id")).isEqualTo("stage");
            assertThat(page.locator("#fullscreen-button")).hasAttribute("aria-label", "Leave full screen");
            page.keyboard().press("f");
            assertThat(page.locator("html")).hasAttribute("data-fullscreen", "off");
        }
    }

    @Test
    @Execution(CONCURRENT)
    void pictureInPicture_byKeyAndByButton_isTheProgramsAndComesBack() {
        openPeer("");
        try (var visit = visit().to(studio.link(), "live")) {
            Page page = visit.page();
            page.waitForFunction("() => document.querySelector('[data-program]').currentTime > 0.3");
            var button = page.locator("#pip-button");
            assertThat(button).hasAttribute("aria-label", "Picture in picture");

            page.keyboard().press("p");
            page.waitForFunction(PROGRAM_IS_APART);
            assertThat(button).hasAttribute("aria-label", "Leave picture in picture");
            page.keyboard().press("p");
            page.waitForFunction("() => !document.pictureInPictureElement");
            assertThat(button).hasAttribute("aria-label", "Picture in picture");

            button.click();
            page.waitForFunction(PROGRAM_IS_APART);
            button.click();
            page.waitForFunction("() => !document.pictureInPictureElement");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void pictureInPicture_whereThereIsNone_buttonIsHiddenAndKeyDoesNothing() {
        openPeer("");
        try (var visit = visit()) {
            Page page = visit.page();
            page.addInitScript(
                    "Object.defineProperty(Document.prototype, 'pictureInPictureEnabled', {get: () => false})");
            visit.to(studio.link(), "live");
            assertThat(page.locator("#fullscreen-button")).isVisible();
            assertThat(page.locator("#pip-button")).isHidden();

            page.keyboard().press("p");
            page.keyboard().press("m");
            assertThat(page.locator("html")).hasAttribute("data-sound", "on");
            assertThat(page.evaluate("() => document.pictureInPictureElement")).isNull();
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void everythingToPress_hasAName() {
        openPeer("");
        try (var visit = visit().to(studio.link(), "live")) {
            Object nameless = visit.page().evaluate("""
                    () => [...document.querySelectorAll('button, input, textarea, [role=log], main, aside, [role=dialog]')]
                        .filter((element) => !(element.getAttribute('aria-label') || element.getAttribute('aria-labelledby')
                            || element.textContent.trim() || element.labels?.length))
                        .map((element) => element.id)
                        .filter((id) => id !== 'chat-unread')
                    """);
            assertThat((java.util.List<?>) nameless).isEmpty();
            assertThat(visit.page().locator("#quality-button"))
                    .hasAttribute("aria-label", java.util.regex.Pattern.compile("Connection: .+"));
        }
    }

    @Test
    @Execution(CONCURRENT)
    void stillnessWanted_nothingMoves() {
        studio.room("waiting", 409);
        var options = new com.microsoft.playwright.Browser.NewContextOptions()
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE);
        try (var visit = new Visit(browser, options).to(studio.link(), "waiting")) {
            assertThat(visit.page().evaluate("() => document.getAnimations().length"))
                    .isEqualTo(0);
        }
    }
}
