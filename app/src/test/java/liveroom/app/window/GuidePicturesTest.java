package liveroom.app.window;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javax.imageio.ImageIO;
import liveroom.app.settings.RoomPass;
import liveroom.app.settings.Settings;
import liveroom.app.settings.StudioHome;
import liveroom.app.studio.DressOptions;
import liveroom.app.studio.StudioPipeline;
import liveroom.app.testing.Browser;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.Transition;
import liveroom.capture.show.ShowCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// The pictures of `docs/guide.md` that show a part of the studio: `-Dliveroom.screenshots=DIRECTORY`. What is on the
/// picture is the recording that the studio's own tests play.
@EnabledIfSystemProperty(named = "liveroom.screenshots", matches = ".+")
class GuidePicturesTest extends PictureTest {
    private static final String MOVIE = "/usr/share/forensics-samples/original-files/movie2/movie-hello.mp4";
    private static final int WIDTH = 1600;
    private static final int HEIGHT = 900;
    private static final List<String> KITS = List.of("daylight", "nocturne", "atelier");
    private static final String PROGRAM = """
            () => {
                const still = document.createElement('canvas');
                still.width = 1280;
                still.height = 720;
                still.getContext('2d').drawImage(document.querySelector('[data-program]'), 0, 0, 1280, 720);
                return still.toDataURL('image/png');
            }""";

    private static final long MOVED_NANOS = 1_500_000_000L;

    @Test
    void guide_realStudio() throws Exception {
        Settings fresh = Settings.fresh(StudioHome.of(Optional.of(home)));
        Settings settings = fresh.withInputs(new Settings.Inputs("file:" + MOVIE, "file:" + MOVIE, 0))
                .withHttps(fresh.https().withPort(0))
                .withRoom(RoomPass.generate("Shell for beginners"));
        DressOptions dress = new DressOptions(
                Optional.of(GuideShow.write(home)),
                Optional.of("Solo"),
                Optional.empty(),
                StudioHome.of(Optional.of(home)));
        try (StudioPipeline studio = StudioPipeline.open(settings, dress, List.of(), _ -> {})) {
            studio.goLive();
            inWindow(studio);
            inBrowser(studio);
        }
    }

    private void inWindow(StudioPipeline studio) throws Exception {
        Settings.Look look = new Settings.Look(Settings.Theme.DARK, WIDTH, HEIGHT);
        try (WindowHarness window = WindowHarness.open(studio, new FakeDevices(), home, look, "Shell for beginners")) {
            window.await("a picture is shown", window::showsPicture);
            inspector(studio, window);
            hand(studio, window);
            window.press("invite");
            shoot(window, "guide-invite");
            crop("guide-invite", (WIDTH - 780) / 2, (HEIGHT - 600) / 2, 780, 600);
            window.robot().push(KeyCode.ESCAPE);
        }
    }

    private void inspector(StudioPipeline studio, WindowHarness window) throws Exception {
        studio.desk().perform(new ShowCommand.Preview("solo"), "host");
        window.await("it is next", () -> window.text("next-caption").endsWith("Solo"));
        window.robot().clickOn(on(window, GuideShow.NAME, 0.2));
        window.await("its title is shown", () -> window.shows("field-title"));
        window.robot().clickOn("#field-title");
        window.robot().push(KeyCode.END);
        window.robot().push(KeyCode.BACK_SPACE);
        window.robot().write("2");
        window.await(
                "it is typed",
                () -> window.find("field-title", TextField.class).getText().endsWith("2"));
        shoot(window, "guide-inspector");
        crop("guide-inspector", 0, 54, 1240, 672);
        window.robot().push(KeyCode.ESCAPE);
    }

    private void hand(StudioPipeline studio, WindowHarness window) throws Exception {
        studio.desk().perform(new ShowCommand.Preview("product"), "host");
        window.await("it is next", () -> window.text("next-caption").endsWith("Product"));
        pass(MOVED_NANOS);
        Point2D from = on(window, GuideShow.CARD, 0.5);
        window.robot().clickOn(from);
        window.robot().moveTo(from);
        window.robot().press(MouseButton.PRIMARY);
        window.robot().moveTo(from.add(24, 12));
        window.robot().moveTo(from.add(3, 2));
        shoot(window, "guide-hand");
        Bounds picture = onScreen(window, "hands-on");
        crop(
                "guide-hand",
                (int) picture.getMinX() - 8,
                (int) picture.getMinY() - 28,
                (int) picture.getWidth() + 16,
                346);
        window.robot().release(MouseButton.PRIMARY);
    }

    private void inBrowser(StudioPipeline studio) throws Exception {
        studio.desk().perform(new ShowCommand.Preview("product"), "host");
        studio.desk().perform(new ShowCommand.Take(Transition.CUT), "host");
        try (Browser browser = Browser.open();
                var context = browser.context(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setViewportSize(1280, 720)
                        .setLocale("en-GB")
                        .setColorScheme(ColorScheme.LIGHT))) {
            Page page = context.newPage();
            page.navigate(studio.links().getFirst().uri().toString());
            assertThat(page.locator("html")).hasAttribute("data-state", "live");
            page.locator("#name-input").fill("Mei");
            page.keyboard().press("Enter");
            page.keyboard().type("Does ls show hidden files, too?");
            page.keyboard().press("Enter");
            assertThat(page.locator(".message-text")).hasText("Does ls show hidden files, too?");
            pass(MOVED_NANOS);
            page.mouse().move(300, 300);
            page.screenshot(new Page.ScreenshotOptions().setPath(file("guide-viewer")));
            stills(studio, page);
        }
    }

    /// The program, full size, as the viewer has it.
    private void stills(StudioPipeline studio, Page page) throws Exception {
        BufferedImage row = new BufferedImage(1500, 278, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sharp(row);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, row.getWidth(), row.getHeight());
        for (int i = 0; i < KITS.size(); i++) {
            studio.desk().perform(new ShowCommand.SetBrand(KITS.get(i)), "host");
            pass(2 * MOVED_NANOS);
            graphics.drawImage(program(page), i * 503, 0, 494, 278, null);
        }
        graphics.dispose();
        ImageIO.write(row, "png", file("guide-kits").toFile());

        studio.desk().perform(new ShowCommand.SetBrand(KITS.getFirst()), "host");
        studio.desk().perform(new ShowCommand.Preview("start"), "host");
        studio.desk().perform(new ShowCommand.Take(Transition.CUT), "host");
        studio.desk().perform(new ShowCommand.StartCountdown("start", "slate", 300), "host");
        pass(MOVED_NANOS);
        BufferedImage slate = new BufferedImage(640, 360, BufferedImage.TYPE_INT_RGB);
        Graphics2D small = sharp(slate);
        small.drawImage(program(page), 0, 0, 640, 360, null);
        small.dispose();
        ImageIO.write(slate, "png", file("guide-slate").toFile());
    }

    private static Graphics2D sharp(BufferedImage image) {
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        return graphics;
    }

    private static BufferedImage program(Page page) throws IOException {
        String url = (String) page.evaluate(PROGRAM);
        byte[] png = Base64.getDecoder().decode(url.substring(url.indexOf(',') + 1));
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private void crop(String name, int x, int y, int width, int height) throws IOException {
        BufferedImage whole = ImageIO.read(file(name).toFile());
        ImageIO.write(whole.getSubimage(x, y, width, height), "png", file(name).toFile());
    }

    /// A point of a layer in the next scene's picture, on the screen.
    private static Point2D on(WindowHarness window, Box box, double across) {
        window.await(
                "the next scene is shown",
                () -> window.find("next-picture", ImageView.class).getImage() != null);
        Bounds bounds = onScreen(window, "hands-on");
        return new Point2D(
                bounds.getMinX() + (box.x() + across * box.width()) * bounds.getWidth(),
                bounds.getMinY() + (box.y() + box.height() / 2) * bounds.getHeight());
    }

    private static Bounds onScreen(WindowHarness window, String id) {
        return WindowHarness.onFx(() -> {
            Node node = window.find(id, Node.class);
            return node.localToScreen(node.getLayoutBounds());
        });
    }
}
