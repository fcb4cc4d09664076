package liveroom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import liveroom.app.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// Photographs of the window while somebody works on scenes, for people to look at: `-Dliveroom.screenshots=DIRECTORY`.
@EnabledIfSystemProperty(named = "liveroom.screenshots", matches = ".+")
class ScenePicturesTest {
    @TempDir
    Path home = Path.of("");

    private final Path folder = Path.of(System.getProperty("liveroom.screenshots", "."));

    @Test
    void everyPlace_smallShow() throws Exception {
        Files.createDirectories(folder);
        shootAll("dark", new Settings.Look(Settings.Theme.DARK, 1280, 800));
        shootAll("light", new Settings.Look(Settings.Theme.LIGHT, 1440, 900));
        shootAll("small", new Settings.Look(Settings.Theme.DARK, 960, 600));
        shootAll("wide", new Settings.Look(Settings.Theme.DARK, 1900, 1000));
    }

    private void shootAll(String name, Settings.Look look) throws Exception {
        FakeStudio studio = new FakeStudio();
        try (FakeProgram program = new FakeProgram(studio);
                WindowHarness window = WindowHarness.open(
                        studio, new FakeDevices(), home.resolve(name), look, "Ana’s Friday live room")) {
            program.start();
            window.await("a picture is shown", window::showsPicture);
            shoot(window, name + "-nothing");
            studio.goLive();
            click(window, 0.1, 0.8);
            shoot(window, name + "-lower-third");
            click(window, 0.7, 0.1);
            window.press("page-LOOK");
            shoot(window, name + "-look");
            click(window, 0.3, 0.4);
            window.press("page-PLACE");
            WindowHarness.onFx(() -> {
                if (window.shows("side-tabs")) {
                    window.find("side-tabs", TabPane.class).getSelectionModel().select(3);
                }
                return true;
            });
            shoot(window, name + "-place");
            window.press("page-MOTION");
            shoot(window, name + "-motion");
            window.press("page-CONTENT");
            shoot(window, name + "-source");
            window.press("invite");
            shoot(window, name + "-invite");
            window.robot().push(KeyCode.ESCAPE);
            window.press("shortcuts");
            shoot(window, name + "-keys");
            window.robot().push(KeyCode.ESCAPE);
            window.press("studio-mode");
            shoot(window, name + "-folded");
        }
    }

    private static void click(WindowHarness window, double x, double y) {
        Point2D point = WindowHarness.onFx(() -> {
            Node hands = window.find("hands-on", Node.class);
            Bounds bounds = hands.localToScreen(hands.getLayoutBounds());
            return new Point2D(bounds.getMinX() + x * bounds.getWidth(), bounds.getMinY() + y * bounds.getHeight());
        });
        window.robot().clickOn(point);
    }

    /// Lets the window settle first: a picture made for its size, an animation at its end.
    private void shoot(WindowHarness window, String name) throws Exception {
        long until = System.nanoTime() + 1_200_000_000L;
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(50_000_000);
        }
        Path file = folder.resolve("scenes-" + name + ".png");
        window.screenshot(file);
        assertThat(file).isNotEmptyFile();
    }
}
