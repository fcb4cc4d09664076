package liveroom.app.window;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import liveroom.app.settings.Settings;
import liveroom.app.studio.Notice;
import liveroom.app.studio.Studio;
import liveroom.capture.scene.Scene;
import liveroom.capture.show.ShowCommand;
import liveroom.transport.chat.ChatMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Photographs of the window while somebody works on scenes, for people to look at: `-Dliveroom.screenshots=DIRECTORY`.
@EnabledIfSystemProperty(named = "liveroom.screenshots", matches = ".+")
class ScenePicturesTest extends PictureTest {
    @Test
    void everyPlace_smallShow() throws Exception {
        shootAll("small", new Settings.Look(Settings.Theme.DARK, 960, 600));
        shootAll("dark", new Settings.Look(Settings.Theme.DARK, 1280, 800));
        shootAll("light", new Settings.Look(Settings.Theme.LIGHT, 1440, 900));
        shootAll("small-light", new Settings.Look(Settings.Theme.LIGHT, 960, 600));
        shootAll("wide", new Settings.Look(Settings.Theme.DARK, 1900, 1000));
    }

    @Test
    void strip_moreScenesThanThereIsRoomFor() throws Exception {
        for (Settings.Theme theme : List.of(Settings.Theme.DARK, Settings.Theme.LIGHT)) {
            String name = "strip-" + theme.name().toLowerCase(Locale.ROOT);
            FakeStudio studio = new FakeStudio();
            for (int i = 4; i <= 9; i++) {
                Scene scene = new Scene("more-" + i, "Scene " + i, List.of());
                studio.desk().perform(new ShowCommand.AddScene(scene, i), "host");
            }
            try (WindowHarness window = WindowHarness.open(
                    studio, new FakeDevices(), home.resolve(name), new Settings.Look(theme, 960, 600), "Friday")) {
                shoot(window, name + "-begin");
                window.robot().moveTo(window.find("scenes", Node.class));
                window.robot().scroll(5, VerticalDirection.DOWN);
                shoot(window, name + "-middle");
            }
        }
    }

    private void shootAll(String name, Settings.Look look) throws Exception {
        FakeStudio studio = new FakeStudio();
        try (FakeProgram program = new FakeProgram(studio);
                WindowHarness window = WindowHarness.open(
                        studio, new FakeDevices(), home.resolve(name), look, "Ana’s Friday live room")) {
            program.start();
            window.await("a picture is shown", window::showsPicture);
            shoot(window, "scenes-" + name + "-nothing");
            studio.goLive();
            studio.share(Studio.Reach.NETWORK);
            studio.viewers(IntStream.range(0, name.startsWith("small") ? 120 : 2)
                    .mapToObj(number -> Viewers.watching("v" + number, 5, 90))
                    .toList());
            studio.receive(
                    new ChatMessage(1, Instant.now(), new ChatMessage.Author.Viewer("a"), "Ben", "Which lamp is it?"));
            studio.notice(new Notice(
                    Instant.now(),
                    Notice.Severity.INFO,
                    Notice.Subject.VIDEO_SOURCE,
                    "No camera and no microphone were found: the test picture and sound take their place."));
            studio.notice(
                    new Notice(
                            Instant.now(),
                            Notice.Severity.WARNING,
                            Notice.Subject.RECORDING,
                            "The disk is too slow for the recording: parts of it are missing. Close programs that use the disk."));
            settle(); // notices and viewers move the picture
            click(window, 0.1, 0.8);
            shoot(window, "scenes-" + name + "-lower-third");
            click(window, 0.7, 0.1);
            window.press("page-LOOK");
            shoot(window, "scenes-" + name + "-look");
            click(window, 0.3, 0.4);
            window.press("page-PLACE");
            selectTab(window, 3);
            shoot(window, "scenes-" + name + "-place");
            window.press("page-MOTION");
            shoot(window, "scenes-" + name + "-motion");
            window.press("page-CONTENT");
            shoot(window, "scenes-" + name + "-source");
            for (String dialog : List.of("settings", "shortcuts")) {
                window.press(dialog);
                shoot(window, "scenes-" + name + "-" + dialog);
                window.robot().push(KeyCode.ESCAPE);
            }
            window.press("invite");
            for (String kind : List.of("THIS_COMPUTER", "NETWORK", "PUBLIC")) {
                window.press("share-" + kind);
                shoot(window, "scenes-" + name + "-invite-" + kind);
            }
            window.robot().push(KeyCode.ESCAPE);
            for (int tab = 0; tab < 3; tab++) {
                selectTab(window, tab);
                shoot(window, "scenes-" + name + "-tab-" + tab);
            }
            window.robot().clickOn("Thank you");
            click(window, 0.5, 0.5);
            window.press("timer-start");
            shoot(window, "scenes-" + name + "-slate");
            window.press("studio-mode");
            shoot(window, "scenes-" + name + "-folded");
        }
    }

    /// A wide window has no tabs.
    private static void selectTab(WindowHarness window, int tab) {
        WindowHarness.onFx(() -> {
            if (window.shows("side-tabs")) {
                window.find("side-tabs", TabPane.class).getSelectionModel().select(tab);
            }
            return true;
        });
    }

    private static void click(WindowHarness window, double x, double y) {
        Point2D point = WindowHarness.onFx(() -> {
            Node hands = window.find("hands-on", Node.class);
            Bounds bounds = hands.localToScreen(hands.getLayoutBounds());
            return new Point2D(bounds.getMinX() + x * bounds.getWidth(), bounds.getMinY() + y * bounds.getHeight());
        });
        window.robot().clickOn(point);
    }
}
