package liveroom.app.window;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.TabPane;
import liveroom.app.settings.RoomPass;
import liveroom.app.settings.Settings;
import liveroom.app.settings.StudioHome;
import liveroom.app.studio.StudioPipeline;
import liveroom.app.testing.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Photographs of the real window on a real studio that plays the recording to a real viewer, for people to look at:
/// `-Dliveroom.screenshots=DIRECTORY`.
@EnabledIfSystemProperty(named = "liveroom.screenshots", matches = ".+")
class WindowPicturesTest extends PictureTest {
    private static final Path MOVIE = Path.of("/usr/share/forensics-samples/original-files/movie2/movie-hello.mp4");
    private static final long PLAY_NANOS = 12_000_000_000L;

    @Test
    void everyState_realStudio() throws Exception {
        String source = Files.isReadable(MOVIE) ? "file:" + MOVIE : "test";
        Settings fresh = Settings.fresh(StudioHome.of(Optional.of(home)));
        Settings settings = fresh.withInputs(new Settings.Inputs(source, source, 0))
                .withNetwork(fresh.network().withPort(0))
                .withHttps(fresh.https().withPort(0))
                .withRoom(RoomPass.generate("Ana’s Friday live room"));
        try (StudioPipeline studio = StudioPipeline.open(settings, _ -> {})) {
            try (WindowHarness window = open(studio, Settings.Theme.DARK, 1440, 900)) {
                shoot(window, "window-idle");
                window.press("invite");
                window.press("show-qr-code");
                shoot(window, "window-link");
                window.robot().push(javafx.scene.input.KeyCode.ESCAPE);
                window.press("settings");
                shoot(window, "window-settings");
                window.robot().push(javafx.scene.input.KeyCode.ESCAPE);
            }
            studio.goLive();
            try (Browser browser = Browser.open();
                    var context = browser.context(new com.microsoft.playwright.Browser.NewContextOptions())) {
                Page page = context.newPage();
                page.navigate(studio.links().getFirst().uri().toString());
                page.locator("#sound-call").click(); // what is heard is measured
                onAir(studio);
            }
        }
    }

    private void onAir(StudioPipeline studio) throws Exception {
        studio.say("Welcome! We begin in a minute.");
        studio.startRecording(home.resolve("Liveroom.mkv"));
        try (WindowHarness window = open(studio, Settings.Theme.DARK, 1440, 900)) {
            window.await("somebody watches", () -> !window.text("audience").equals("0"));
            pass(PLAY_NANOS);
            shoot(window, "window-on-air");
            WindowHarness.onFx(() -> {
                window.find("side-tabs", TabPane.class).getSelectionModel().select(1);
                return true;
            });
            shoot(window, "window-viewers");
            WindowHarness.onFx(() -> {
                window.find("side-tabs", TabPane.class).getSelectionModel().select(2);
                return true;
            });
            shoot(window, "window-stats");
        }
        try (WindowHarness window = open(studio, Settings.Theme.DARK, 960, 600)) {
            shoot(window, "window-small");
        }
        try (WindowHarness window = open(studio, Settings.Theme.LIGHT, 1440, 900)) {
            shoot(window, "window-light");
        }
        studio.stopRecording();
    }

    private WindowHarness open(StudioPipeline studio, Settings.Theme theme, int width, int height) {
        WindowHarness window = WindowHarness.open(
                studio, new FakeDevices(), home, new Settings.Look(theme, width, height), "Ana’s Friday live room");
        window.await("a picture is shown", window::showsPicture);
        return window;
    }
}
