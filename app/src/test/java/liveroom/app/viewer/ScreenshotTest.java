package liveroom.app.viewer;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import liveroom.app.testing.Visit;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Photographs of every state, for people to look at: `-Dliveroom.screenshots=DIRECTORY`. Where the recording that the
/// studio's own tests play is installed, it is the picture.
@EnabledIfSystemProperty(named = "liveroom.screenshots", matches = ".+")
class ScreenshotTest extends PageTest {
    private static final Path MOVIE = Path.of("/usr/share/forensics-samples/original-files/movie2/movie-hello.mp4");
    private static final double NOW = 1_764_010_000_000.0;

    enum Screen {
        PHONE(390, 844),
        LYING_PHONE(844, 390),
        TABLET(768, 1024),
        DESKTOP(1280, 720);

        private final int width;
        private final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }

        String fileName() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DESKTOP", "PHONE"})
    void everyState(Screen screen) {
        var peer = openStudio();
        live(screen, ColorScheme.DARK, "live", _ -> {});
        live(
                screen,
                ColorScheme.LIGHT,
                "light",
                page -> page.locator("#sound-call").click());
        live(screen, ColorScheme.DARK, "details", page -> {
            page.locator("#sound-call").click();
            page.locator("#quality-button").click();
            page.waitForFunction("() => /fps/.test(document.getElementById('quality-list').textContent)");
        });
        refused(screen, "waiting", 409, "waiting");
        refused(screen, "full", 503, "full");
        refused(screen, "live", 403, "invalid");
        refused(screen, "live", 429, "connecting");
        refused(screen, "live", 400, "failed");
        live(screen, ColorScheme.DARK, "reconnecting", page -> {
            studio.room("live", 429);
            peer.page().evaluate("() => studio.drop()");
            page.locator("html[data-state=reconnecting]").waitFor();
        });
        live(screen, ColorScheme.DARK, "ended", page -> {
            studio.room("ended", 409);
            peer.page().evaluate("() => studio.control({type: 'ended'})");
            page.locator("html[data-state=ended]").waitFor();
        });
        live(screen, ColorScheme.DARK, "removed", page -> {
            peer.page().evaluate("() => studio.control({type: 'removed'})");
            page.locator("html[data-state=removed]").waitFor();
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"TABLET", "LYING_PHONE"})
    void live_otherShapes(Screen screen) {
        openStudio();
        live(screen, ColorScheme.DARK, "live", _ -> {});
    }

    private Visit openStudio() {
        boolean movie = Files.isReadable(MOVIE);
        studio.movie(MOVIE);
        var peer = openPeer(movie ? "?movie" : "");
        peer.page()
                .evaluate(
                        "(list) => studio.setHistory(list)",
                        List.of(
                                message(1, 500, "viewer", "Mira", "Good evening from Porto!", false),
                                message(
                                        2,
                                        420,
                                        "host",
                                        "Ana",
                                        "Welcome, everyone. We begin in a minute: make yourselves comfortable.",
                                        false),
                                message(3, 300, "viewer", "Jon", "Sound is perfect here.", false),
                                message(
                                        4,
                                        200,
                                        "viewer",
                                        "Priya Raman",
                                        "Will you show the terminal in full screen later? The text is "
                                                + "small on my phone.",
                                        false),
                                message(
                                        5,
                                        100,
                                        "viewer",
                                        "Leo",
                                        "Hello from a train, let us see how long this holds :)",
                                        true),
                                message(6, 60, "host", "Ana", "Of course, Priya.", false)));
        return peer;
    }

    private static Map<String, Object> message(
            int id, int secondsAgo, String from, String name, String text, boolean mine) {
        return Map.of(
                "id", id, "at", NOW - secondsAgo * 1000.0, "from", from, "name", name, "text", text, "mine", mine);
    }

    private void live(Screen screen, ColorScheme scheme, String name, Consumer<Page> then) {
        studio.room("live", 0);
        try (var visit = visit(screen, scheme)) {
            visit.page().addInitScript("localStorage.setItem('liveroom.name', 'Leo')");
            visit.to(studio.link(), "live");
            visit.page().locator(".message").last().waitFor();
            visit.page().waitForFunction("() => document.querySelector('[data-program]').currentTime > 2");
            then.accept(visit.page());
            save(visit.page(), screen, name);
        }
    }

    private void refused(Screen screen, String room, int status, String state) {
        studio.room(room, status);
        try (var visit = visit(screen, ColorScheme.DARK).to(studio.link(), state)) {
            save(visit.page(), screen, state);
        }
    }

    private Visit visit(Screen screen, ColorScheme scheme) {
        boolean phone = screen == Screen.PHONE || screen == Screen.LYING_PHONE;
        var options = new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(screen.width, screen.height)
                .setColorScheme(scheme)
                .setHasTouch(phone)
                .setIsMobile(phone);
        return new Visit(browser, options);
    }

    private static void save(Page page, Screen screen, String name) {
        page.mouse().move(8, 8);
        String file = "viewer-%s-%s.png".formatted(name, screen.fileName());
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of(System.getProperty("liveroom.screenshots"), file)));
    }
}
