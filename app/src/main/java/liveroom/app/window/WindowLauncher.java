package liveroom.app.window;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import javafx.stage.Window;
import liveroom.app.settings.KeptSettings;
import liveroom.app.studio.Studio;
import liveroom.app.window.kit.Words;
import liveroom.capture.source.DeviceList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens the studio window, once in a process.
public final class WindowLauncher {
    private static final Logger LOG = LoggerFactory.getLogger(WindowLauncher.class);
    private static final int HIDE_SECONDS = 2;

    private WindowLauncher() {}

    /// Opens the window on a studio that runs already, and waits until the host has closed it. An interrupt closes it,
    /// too. Studio and settings stay open: whoever made them closes them, and ends the process, for JavaFX goes on.
    ///
    /// @param cache where files may be kept from one start to the next
    /// @throws UnsupportedOperationException if there is no display
    public static void open(Studio studio, KeptSettings settings, Supplier<DeviceList> devices, Path cache)
            throws InterruptedException {
        IconFiles.keepIn(cache.resolve("icons"));
        WindowParts parts =
                new WindowParts(studio, settings, devices, WindowLauncher::chooseFile, WindowLauncher::chooseNewFile);
        CompletableFuture<@Nullable Void> closed = new CompletableFuture<>();
        // JavaFX takes an interrupt for an error while it starts.
        Thread.ofPlatform().daemon().name("window-start").start(() -> start(parts, closed));
        try {
            closed.get();
        } catch (InterruptedException e) {
            hide(closed);
            throw e;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof UnsupportedOperationException noDisplay
                    ? noDisplay
                    : new IllegalStateException("the window cannot be opened", e.getCause());
        }
    }

    private static void start(WindowParts parts, CompletableFuture<@Nullable Void> closed) {
        try {
            Platform.startup(() -> {
                Platform.setImplicitExit(false);
                Thread.currentThread()
                        .setUncaughtExceptionHandler((_, e) -> LOG.error("The window failed at something", e));
                show(() -> new StudioWindow(parts, new Stage(), () -> closed.complete(null)), closed);
            });
        } catch (RuntimeException e) {
            closed.completeExceptionally(e);
        }
    }

    /// The studio is closed next: no event may reach the window any more.
    private static void hide(CompletableFuture<@Nullable Void> closed) throws InterruptedException {
        try {
            Platform.runLater(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
            closed.get(HIDE_SECONDS, TimeUnit.SECONDS);
        } catch (IllegalStateException | ExecutionException | TimeoutException e) {
            LOG.info("The window was not closed in order", e);
        }
    }

    /// Shows a window; what keeps it from being shown ends the wait for its closing.
    static void show(Supplier<StudioWindow> window, CompletableFuture<?> closed) {
        try {
            window.get().show();
        } catch (RuntimeException | Error e) {
            closed.completeExceptionally(e);
        }
    }

    private static @Nullable Path chooseFile(Stage stage) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Words.of("source.file.title"));
        File file = chooser.showOpenDialog(stage);
        return file == null ? null : file.toPath();
    }

    private static @Nullable Path chooseNewFile(Stage stage, String name) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Words.of("brand.export.title"));
        chooser.setInitialFileName(name);
        File file = chooser.showSaveDialog(stage);
        return file == null ? null : file.toPath();
    }
}
