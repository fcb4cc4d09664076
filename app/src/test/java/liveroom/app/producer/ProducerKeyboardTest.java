package liveroom.app.producer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import liveroom.app.testing.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The page by keyboard, by ear, on any screen and in either light.
class ProducerKeyboardTest extends ProducerTest {
    private static final List<int[]> SIZES =
            List.of(new int[] {360, 640}, new int[] {768, 1024}, new int[] {1280, 720}, new int[] {2560, 1440});

    private static final String NAMELESS = """
            () => [...document.querySelectorAll('button, input, textarea, select, [role], main > section, canvas, video')]
                .filter((element) => element.checkVisibility())
                .filter((element) => !element.closest('[aria-hidden=true]'))
                .filter((element) => !['status', 'alert', 'timer', 'group'].includes(element.role))
                .filter((element) => !(element.getAttribute('aria-label') || element.getAttribute('aria-labelledby')
                    || element.textContent.trim() || element.labels?.length))
                .map((element) => element.outerHTML.slice(0, 120))
            """;

    /// Text whose contrast with the nearest opaque background is below WCAG's 4.5:1.
    private static final String PALE = """
            () => {
                const parse = (colour) => colour.match(/[\\d.]+/g).map(Number);
                const light = ([r, g, b]) => [r, g, b]
                    .map((c) => c / 255)
                    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
                    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
                const ground = (element) => {
                    for (let e = element; e; e = e.parentElement) {
                        const colour = parse(getComputedStyle(e).backgroundColor);
                        if (colour.length === 3 || colour[3] === 1) {
                            return colour;
                        }
                    }
                    return [255, 255, 255];
                };
                return [...document.querySelectorAll('body *')]
                    .filter((element) => element.checkVisibility({visibilityProperty: true})
                        && !element.closest('svg, .skip, .unseen, :disabled, .bus-screen'))
                    .filter((element) => [...element.childNodes].some((n) => n.nodeType === 3 && n.data.trim()))
                    .map((element) => {
                        const [a, b] = [light(parse(getComputedStyle(element).color)), light(ground(element))].sort((x, y) => y - x);
                        return [element, (a + 0.05) / (b + 0.05)];
                    })
                    .filter(([element, ratio]) => ratio < 4.5)
                    .map(([element, ratio]) => `${ratio.toFixed(2)} ${element.outerHTML.slice(0, 120)}`);
            }
            """;

    @Test
    @Execution(CONCURRENT)
    void keys_takeFadeNextAndScenes_unlessSomebodyWrites() {
        try (Visit visit = producer("Mira")) {
            Page page = visit.page();
            page.keyboard().press("3");
            awaitPlace(page, "talk", "preview");
            page.keyboard().press("Space");
            awaitPlace(page, "talk", "program");
            page.keyboard().press("Enter");
            awaitPlace(page, "start", "program");
            page.keyboard().press("s");
            awaitPlace(page, "talk", "program");
            page.keyboard().press("n");
            awaitPlace(page, "ana", "program");

            scene(page, "lamp").click();
            awaitPlace(page, "lamp", "preview");
            page.keyboard().press("Space"); // the mouse has left no focus on the scene
            awaitPlace(page, "lamp", "program");

            layer(page, "card").getByText("Edit").click();
            Locator name = layer(page, "card").locator("input[name=name]");
            assertThat(name).isFocused();
            long before = studio.desk.state().revision();
            name.press("End");
            name.pressSequentially(" n 3 s");
            assertThat(name).hasValue("Reading lamp, brass n 3 s");
            page.keyboard().press("Escape");
            page.keyboard().press("?");
            assertThat(page.locator("#help")).isVisible();
            page.keyboard().press("n");
            page.keyboard().press("Escape");
            assertThat(page.locator("#help")).isHidden();
            assertThat(studio.desk.state().revision()).isEqualTo(before);
        }
    }

    @Test
    @Execution(CONCURRENT)
    void tab_reachesEverything_focusIsSeen_enterPressesWhatHasIt() {
        try (Visit visit = producer("Mira")) {
            Page page = visit.page();
            scene(page, "lamp").focus();
            page.keyboard().press("Enter");
            awaitPlace(page, "lamp", "preview");
            assertThat(studio.desk.state().programId()).isEqualTo("start");

            int steps = 0;
            String last = "";
            for (; steps < 80 && !last.equals("chat-log"); steps++) {
                page.keyboard().press("Tab");
                last = String.valueOf(page.evaluate("() => document.activeElement.id"));
                assertThat(page.evaluate("() => document.activeElement.matches('body, :focus-visible')"))
                        .isEqualTo(true);
            }
            assertThat(last).isEqualTo("chat-log");
        }
    }

    @ParameterizedTest
    @Execution(CONCURRENT)
    @EnumSource(names = {"DARK", "LIGHT"})
    void page_everythingHasAName_contrastAndARoom(ColorScheme scheme) {
        studio.room().chat().say("Which lamp is it? " + "Averyverylongwordwithoutanyspace".repeat(6));
        var options = new NewContextOptions().setViewportSize(1440, 900).setColorScheme(scheme);
        try (Visit visit = producer("Mira", options)) {
            Page page = visit.page();
            page.keyboard().press("n");
            awaitPlace(page, "ana", "program");
            layer(page, "name").getByText("Edit").click();
            layer(page, "name").locator("form").waitFor();
            assertThat((List<?>) page.evaluate(NAMELESS)).isEmpty();
            assertThat((List<?>) page.evaluate(PALE)).isEmpty();
            for (int[] size : SIZES) {
                page.setViewportSize(size[0], size[1]);
                assertThat(visit.outside())
                        .as("outside at %d x %d", size[0], size[1])
                        .isEmpty();
            }
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void stillnessWanted_nothingMoves() {
        var options = new NewContextOptions().setReducedMotion(ReducedMotion.REDUCE);
        try (Visit visit = producer("Mira", options)) {
            assertThat(visit.page().evaluate("() => document.getAnimations().length"))
                    .isEqualTo(0);
        }
    }
}
