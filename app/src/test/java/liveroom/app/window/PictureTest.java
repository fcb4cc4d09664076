package liveroom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// Photographs of the window, in the directory that `-Dliveroom.screenshots` names.
abstract class PictureTest {
    /// After so long a picture has been made for the window's size, and every tooltip and notice has come.
    private static final long SETTLED_NANOS = 1_200_000_000L;

    @TempDir
    Path home = Path.of("");

    private final Path folder = Path.of(System.getProperty("liveroom.screenshots", "."));

    @BeforeEach
    final void makeFolder() throws Exception {
        Files.createDirectories(folder);
    }

    /// Lets the window settle, and photographs it.
    final void shoot(WindowHarness window, String name) throws Exception {
        settle();
        window.screenshot(file(name));
        assertThat(file(name)).isNotEmptyFile();
    }

    /// Where a picture is put.
    final Path file(String name) {
        return folder.resolve(name + ".png");
    }

    static void settle() {
        pass(SETTLED_NANOS);
    }

    /// Lets the show go on for so long.
    static void pass(long nanos) {
        long until = System.nanoTime() + nanos;
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }
}
