package liveroom.app.window.kit;

import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;

/// The one hop to the JavaFX thread. Nothing else in the window calls `Platform.runLater`.
public final class FxThread {
    private FxThread() {}

    /// Runs `action` on the JavaFX thread: at once if this is it, else soon.
    public static void run(Runnable action) {
        if (Platform.isFxApplicationThread()) {
            action.run();
        } else {
            Platform.runLater(action);
        }
    }

    /// Runs `action` on the JavaFX thread after what it does now.
    public static void later(Runnable action) {
        Platform.runLater(action);
    }

    /// A runnable that may be called from any thread, as often as it likes: calls that come before the JavaFX thread
    /// got round to the last one count as one.
    public static Runnable coalescing(Runnable action) {
        AtomicBoolean waiting = new AtomicBoolean();
        return () -> {
            if (waiting.compareAndSet(false, true)) {
                Platform.runLater(() -> {
                    waiting.set(false);
                    action.run();
                });
            }
        };
    }
}
