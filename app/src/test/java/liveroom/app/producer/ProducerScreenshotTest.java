package liveroom.app.producer;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.KeyboardModifier;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import liveroom.app.testing.Visit;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Photographs of the producers' page and of the viewers' companion: `-Dliveroom.screenshots=DIRECTORY`.
@EnabledIfSystemProperty(named = "liveroom.screenshots", matches = ".+")
class ProducerScreenshotTest extends ProducerTest {
    enum Look {
        DESKTOP(1440, 900, ColorScheme.DARK),
        LIGHT(1280, 720, ColorScheme.LIGHT),
        TABLET(820, 1180, ColorScheme.DARK),
        PHONE(390, 844, ColorScheme.DARK);

        private final int width;
        private final int height;
        private final ColorScheme scheme;

        Look(int width, int height, ColorScheme scheme) {
            this.width = width;
            this.height = height;
            this.scheme = scheme;
        }

        NewContextOptions options() {
            boolean phone = this == PHONE;
            return new NewContextOptions()
                    .setViewportSize(width, height)
                    .setColorScheme(scheme)
                    .setHasTouch(phone)
                    .setIsMobile(phone);
        }
    }

    @ParameterizedTest
    @EnumSource
    void producer_everyLook(Look look) {
        List.of(
                        "Good evening from Porto!",
                        "Which lamp is that behind you? It looks wonderful.",
                        "Will there be a smaller one?")
                .forEach(studio.room().chat()::say);
        try (Visit visit = producer("Mira", look.options())) {
            Page page = visit.page();
            page.locator("#next").click();
            awaitPlace(page, "ana", "program");
            scene(page, "lamp").click();
            awaitPlace(page, "lamp", "preview");
            page.locator(".timer").first().waitFor();
            page.waitForFunction("() => document.querySelector('[data-program]').currentTime > 1");
            page.waitForFunction("() => document.getElementById('preview').currentTime > 1");
            save(page, look, "producer");
            layer(page, "card").locator(".layer-choose").click();
            page.locator(".layer-group[data-place=preview] .layer[data-layer=camera] .layer-choose")
                    .click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.CONTROL)));
            page.locator(".timer button:has-text('Start')").nth(1).click();
            page.locator(".timer-counts").first().selectOption("until");
            save(page, look, "producer-several");
            layer(page, "card").getByText("Edit").click();
            layer(page, "card").locator("form").scrollIntoViewIfNeeded();
            save(page, look, "producer-edit");
            layer(page, "card").getByText("Place").click();
            layer(page, "card").locator("[name='placement.crop.bottom']").scrollIntoViewIfNeeded();
            save(page, look, "producer-place");
            layer(page, "card").getByText("Discard").click();
            labelled(page, "Add a layer to The lamp").click();
            item(page, "Slate").waitFor();
            save(page, look, "producer-kinds");
            page.keyboard().press("Escape");
            choose(page, labelled(page, "What to do about the scene Break"), "Remove");
            page.locator("#offer").waitFor();
            labelled(page, "What to do about the scene The lamp").click();
            item(page, "Duplicate").waitFor();
            save(page, look, "producer-scene-menu");
            page.keyboard().press("Escape");
            page.keyboard().press("?");
            page.locator("#help").waitFor();
            save(page, look, "producer-keys");
        }
        try (Visit visit = new Visit(browser, look.options())) {
            visit.page().navigate(studio.origin() + "/producer#wwwwwwwwwwwwwwwwwwwwww");
            awaitLine(visit.page(), "invalid");
            save(visit.page(), look, "producer-invalid");
        }
    }

    @ParameterizedTest
    @EnumSource
    void viewer_everyLook(Look look) throws Exception {
        CompanionPageTest.offerLamp(studio);
        try (Visit visit = new Visit(browser, look.options()).to(studio.viewersLink(), "live")) {
            visit.page().locator("#companion").waitFor();
            save(visit.page(), look, "companion");
        }
    }

    private static void save(Page page, Look look, String name) {
        page.mouse().move(8, 8);
        String file = "%s-%s.png".formatted(name, look.name().toLowerCase(Locale.ROOT));
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of(System.getProperty("liveroom.screenshots"), file)));
    }
}
