package liveroom.app.window;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import liveroom.app.settings.RoomPass;
import liveroom.app.settings.Settings;
import liveroom.app.settings.StudioHome;
import liveroom.app.studio.StudioPipeline;
import liveroom.app.testing.Browser;
import liveroom.app.window.kit.Style;
import liveroom.capture.media.FramePool;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.FrameGrabber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A whole show as its host lives it: the real window, driven by mouse and keyboard, on the real studio, with a viewer
/// in a real browser.
class WholeShowTest {
    @TempDir
    Path home = Path.of("");

    @Test
    void show_fromTheFirstPictureToTheEnd() throws Exception {
        Settings fresh = Settings.fresh(StudioHome.of(Optional.of(home)));
        Settings settings = fresh.withInputs(new Settings.Inputs("none", "none", 0))
                .withNetwork(fresh.network().withPort(0))
                .withRoom(RoomPass.generate("Ana live"));
        try (StudioPipeline studio = StudioPipeline.open(settings, _ -> {});
                Browser browser = Browser.open();
                WindowHarness window = WindowHarness.open(
                        studio,
                        new FakeDevices(),
                        home,
                        new Settings.Look(Settings.Theme.DARK, 1280, 800),
                        "Ana live")) {
            picksSources(window);
            window.click("go-live");
            window.await("on air", () -> window.text("air").startsWith("ON AIR"));
            try (var context = browser.context(new com.microsoft.playwright.Browser.NewContextOptions())) {
                Page page = context.newPage();
                page.navigate(studio.links().getFirst().uri().toString());
                assertThat(page.locator("html")).hasAttribute("data-state", "live");
                window.await(
                        "a viewer is counted", () -> window.text("audience").equals("1"));
                chat(window, page);
                tabIsClosedAndAnotherOpened(window, page);
                record(window);
                window.click("go-live");
                window.click("confirm");
                window.await("off air", () -> window.text("air").equals("OFF AIR"));
                assertThat(page.locator("html")).hasAttribute("data-state", "ended");
            }
        }
        plays();
        assertThat(FramePool.lentByAll()).isZero();
    }

    private static void picksSources(WindowHarness window) {
        window.choose("video-source", "Test picture");
        window.choose("audio-source", "Test sound");
        window.await("a picture is shown", window::showsPicture);
        int[] before = WindowHarness.onFx(window::previewRow);
        window.await("the preview moves", () -> !Arrays.equals(before, window.previewRow()));
        double peak = WindowHarness.onFx(window::peakWidth);
        window.await("the meter moves", () -> Math.abs(window.peakWidth() - peak) > 20);
    }

    private static void chat(WindowHarness window, Page page) {
        window.click("chat-field");
        window.robot().write("Hello all");
        window.robot().type(KeyCode.ENTER);
        assertThat(page.locator(".message-text")).hasText("Hello all");
        page.locator("#name-input").fill("Ben");
        page.keyboard().press("Enter");
        page.keyboard().type("Hello Ana");
        page.keyboard().press("Enter");
        window.await("the viewer's words are shown", () -> texts(window).contains("Hello Ana"));
    }

    private static List<String> texts(WindowHarness window) {
        return window.stage().getScene().getRoot().lookupAll("." + Style.CHAT_TEXT).stream()
                .map(node -> ((Labeled) node).getText())
                .toList();
    }

    private static void tabIsClosedAndAnotherOpened(WindowHarness window, Page page) {
        Page other = page.context().newPage();
        other.navigate(page.url());
        assertThat(other.locator("html")).hasAttribute("data-state", "live");
        window.await("both are counted", () -> window.text("audience").equals("2"));
        other.close(new Page.CloseOptions().setRunBeforeUnload(false));
        window.await("one is left", () -> window.text("audience").equals("1"));
    }

    private void record(WindowHarness window) {
        window.click("record");
        window.await("the file grows", () -> recorded().stream().anyMatch(WholeShowTest::isLong));
        window.click("record");
        window.await("the recording has ended", () -> window.text("record").equals("_Record"));
    }

    private static boolean isLong(Path file) {
        return file.toFile().length() > 100_000;
    }

    private List<Path> recorded() {
        try (var files = Files.walk(home)) {
            return files.filter(file -> file.toString().endsWith(".mkv")).toList();
        } catch (java.io.IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void plays() throws FrameGrabber.Exception {
        assertThat(recorded()).hasSize(1);
        try (FFmpegFrameGrabber file =
                new FFmpegFrameGrabber(recorded().getFirst().toFile())) {
            file.start();
            int pictures = 0;
            while (file.grabImage() != null) {
                pictures++;
            }
            assertThat(pictures).isGreaterThan(30);
        }
    }
}
