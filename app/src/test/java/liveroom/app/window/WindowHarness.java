package liveroom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import liveroom.app.settings.KeptSettings;
import liveroom.app.settings.Settings;
import liveroom.app.settings.StudioHome;
import liveroom.app.studio.Studio;
import liveroom.app.window.kit.Style;
import liveroom.capture.source.DeviceList;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// A real studio window on the display that the test finds, and a robot with mouse and keyboard.
public final class WindowHarness implements AutoCloseable {
    private static final long TIMEOUT_SECONDS = 60;
    private static boolean started;

    static {
        // What the robot's hands do is waited for; they need not be as slow as a person's.
        System.setProperty("testfx.robot.move_max_count", "10");
        System.setProperty("testfx.robot.write_sleep", "0");
    }

    private final KeptSettings settings;
    private final Stage stage;
    private final FxRobot robot = new FxRobot();
    private final AtomicReference<@Nullable Path> answer = new AtomicReference<>();
    private volatile boolean closed;

    private WindowHarness(KeptSettings settings, Stage stage) {
        this.settings = settings;
        this.stage = stage;
    }

    /// Opens a window of this size.
    ///
    /// @param home where its settings are kept
    public static WindowHarness open(
            Studio studio, Supplier<DeviceList> devices, Path home, Settings.Look look, String title) {
        startPlatform();
        KeptSettings settings = KeptSettings.open(StudioHome.of(Optional.of(home)));
        settings.change(now -> now.withLook(look).withRoom(now.room().withTitle(title)));
        WindowHarness harness = onFx(() -> {
            Stage stage = new Stage();
            stage.setX(0);
            stage.setY(0);
            WindowHarness made = new WindowHarness(settings, stage);
            WindowParts parts = new WindowParts(
                    studio, settings, devices, _ -> made.answer.getAndSet(null), (_, _) -> made.answer.getAndSet(null));
            new StudioWindow(parts, stage, () -> made.closed = true).show();
            return made;
        });
        harness.await("the window is shown", () -> harness.stage.isShowing());
        return harness;
    }

    /// Starts JavaFX, once in a process.
    public static synchronized void startPlatform() {
        if (started) {
            return;
        }
        boolean linux = System.getProperty("os.name", "").startsWith("Linux");
        if (linux && Optional.ofNullable(System.getenv("DISPLAY")).orElse("").isEmpty()) {
            throw new AssertionError(
                    "The window's tests need a display: run ./test, which starts one, or set DISPLAY.");
        }
        System.setProperty("prism.order", "sw");
        CompletableFuture<Void> up = new CompletableFuture<>();
        try {
            Platform.startup(() -> up.complete(null));
        } catch (IllegalStateException _) {
            // Another test has started it.
            up.complete(null);
        }
        join(up);
        Platform.setImplicitExit(false);
        started = true;
    }

    /// Runs on the JavaFX thread and waits for the result.
    public static <T> T onFx(Supplier<T> action) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(action.get());
            } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
            }
        });
        return join(result);
    }

    private static <T> T join(CompletableFuture<T> result) {
        try {
            return result.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (TimeoutException | InterruptedException e) {
            throw new AssertionError("JavaFX does not answer", e);
        }
    }

    /// Waits until `condition` holds on the JavaFX thread.
    public void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
        while (!onFx(condition::getAsBoolean)) {
            assertThat(System.nanoTime()).as("waited in vain until " + what).isLessThan(deadline);
            LockSupport.parkNanos(20_000_000);
        }
    }

    /// What the host answers when asked for a file next.
    public void answer(Path file) {
        answer.set(file);
    }

    public FxRobot robot() {
        return robot;
    }

    public Stage stage() {
        return stage;
    }

    public Settings settings() {
        return settings.current();
    }

    public boolean closed() {
        return closed;
    }

    /// The node with this id, which must be there. JavaFX thread.
    public <N extends Node> N find(String id, Class<N> type) {
        Node node = stage.getScene().lookup("#" + id);
        assertThat(node).as(id).isInstanceOf(type);
        return type.cast(node);
    }

    public boolean shows(String id) {
        Node node = stage.getScene().lookup("#" + id);
        return node != null && node.isVisible() && node.getScene() != null;
    }

    /// Whether a label somewhere in the window has this text.
    public boolean says(String text) {
        return stage.getScene().getRoot().lookupAll(".label").stream()
                .anyMatch(node -> node instanceof Labeled label && text.equals(label.getText()));
    }

    /// Gives the window another size, and waits until it has it.
    public void resize(int width, int height) {
        onFx(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
            return true;
        });
        await(
                "resized",
                () -> stage.getScene().getWidth() == width && stage.getScene().getHeight() == height);
        WaitForAsyncUtils.waitForFxEvents();
    }

    public String text(String id) {
        return find(id, Labeled.class).getText();
    }

    /// Presses a button as the keyboard would, wherever the mouse is.
    public void press(String id) {
        await(id + " is there", () -> shows(id));
        onFx(() -> {
            find(id, ButtonBase.class).fire();
            return true;
        });
    }

    /// Clicks with the mouse.
    public void click(String id) {
        await(id + " is there", () -> shows(id));
        robot.clickOn("#" + id);
    }

    /// Opens a source picker with the mouse and chooses what is listed as `source`.
    public void choose(String picker, String source) {
        click(picker);
        await(source + " is listed", () -> item(picker, source) != null);
        onFx(() -> {
            Objects.requireNonNull(item(picker, source)).fire();
            find(picker, MenuButton.class).hide();
            return true;
        });
    }

    private @Nullable MenuItem item(String picker, String text) {
        return find(picker, MenuButton.class).getItems().stream()
                .filter(item -> text.equals(item.getText()))
                .findFirst()
                .orElse(null);
    }

    /// Whether the preview shows a picture.
    public boolean showsPicture() {
        return find("preview", ImageView.class).getImage() != null;
    }

    /// The middle row of the preview's picture. JavaFX thread.
    public int[] previewRow() {
        Image image = find("preview", ImageView.class).getImage();
        int[] row = new int[(int) image.getWidth()];
        for (int x = 0; x < row.length; x++) {
            row[x] = image.getPixelReader().getArgb(x, (int) image.getHeight() / 2);
        }
        return row;
    }

    /// How far the meter's peak reaches, in pixels. JavaFX thread.
    public double peakWidth() {
        Region peak = (Region) stage.getScene().lookup("." + Style.METER_PEAK);
        return peak.getClip().getBoundsInLocal().getWidth();
    }

    /// Writes what the display shows, menus and tooltips included, to a PNG file.
    public void screenshot(Path file) throws IOException {
        BufferedImage picture = onFx(() -> {
            Scene scene = stage.getScene();
            return copy(new Robot().getScreenCapture(null, 0, 0, scene.getWidth(), scene.getHeight()));
        });
        ImageIO.write(picture, "png", file.toFile());
    }

    /// The same picture, as it can be written to a file.
    static BufferedImage copy(WritableImage seen) {
        int width = (int) seen.getWidth();
        int height = (int) seen.getHeight();
        int[] pixels = new int[width * height];
        seen.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        copy.setRGB(0, 0, width, height, pixels, 0, width);
        return copy;
    }

    @Override
    public void close() {
        onFx(() -> {
            stage.setOnCloseRequest(null);
            stage.close();
            return true;
        });
        settings.close();
    }
}
