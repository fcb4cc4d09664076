package liveroom.app.window;

import java.io.File;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import liveroom.app.settings.KeptSettings;
import liveroom.app.studio.Studio;
import liveroom.app.window.kit.Words;
import liveroom.capture.source.DeviceList;
import org.jspecify.annotations.Nullable;

/// Opens the studio window, once in a process.
public final class WindowLauncher {
    private WindowLauncher() {}

    /// Opens the window on a studio that runs already, and waits until the host has closed it. Studio and settings stay
    /// open: whoever made them closes them.
    ///
    /// @throws UnsupportedOperationException if there is no display
    public static void open(Studio studio, KeptSettings settings, Supplier<DeviceList> devices)
            throws InterruptedException {
        WindowParts parts =
                new WindowParts(studio, settings, devices, WindowLauncher::chooseFile, WindowLauncher::chooseNewFile);
        CompletableFuture<@Nullable Void> closed = new CompletableFuture<>();
        Platform.startup(() -> {
            Platform.setImplicitExit(false);
            show(() -> new StudioWindow(parts, new Stage(), () -> closed.complete(null)), closed);
        });
        try {
            closed.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the window cannot be opened", e.getCause());
        } finally {
            Platform.exit();
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
