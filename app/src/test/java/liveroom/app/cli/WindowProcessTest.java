package liveroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.paint.Color;
import javafx.scene.robot.Robot;
import javafx.stage.Screen;
import liveroom.app.window.WindowHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The studio's window in a process of its own, and its end by a signal.
final class WindowProcessTest {
    private static final long PATIENCE_SECONDS = 90;

    @TempDir
    private Path home;

    @TempDir
    private Path temporary;

    @Test
    @Timeout(240)
    void window_signalWhileTheMouseMovesOverIt_endsWithoutAStackTraceAndLeavesNothing() throws Exception {
        WindowHarness.startPlatform();
        Files.writeString(home.resolve("settings.json"), "{\"network\": {\"port\": 0}, \"https\": {\"port\": 0}}");
        try (StudioProcess studio =
                StudioProcess.startOnDisplay(home, temporary, "live", "--video", "test", "--audio", "test")) {
            assertThat(studio.nextLine()).startsWith("Watch: ");
            awaitWindow(studio);
            studio.signal("TERM");
            for (int step = 0; studio.isAlive() && step < 2_000; step++) {
                moveMouse(step);
            }

            assertThat(studio.awaitExit()).as(studio.errors()).isZero();
            assertThat(studio.errors()).contains("The show has ended.").doesNotContain("Exception", "\tat ");
            assertThat(temporary).isEmptyDirectory();
        }
    }

    /// The display is black where nothing is.
    private static void awaitWindow(StudioProcess studio) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (WindowHarness.onFx(() -> new Robot().getPixelColor(middle())).equals(Color.BLACK)) {
            assertThat(System.nanoTime()).as(studio.errors()).isLessThan(deadline);
            LockSupport.parkNanos(100_000_000);
        }
    }

    private static void moveMouse(int step) {
        WindowHarness.onFx(() -> {
            new Robot().mouseMove(middle().add(step * 7 % 300, step * 3 % 100));
            return true;
        });
        LockSupport.parkNanos(5_000_000);
    }

    private static Point2D middle() {
        Rectangle2D screen = Screen.getPrimary().getBounds();
        return new Point2D(screen.getWidth() / 2, screen.getHeight() / 2);
    }
}
