package liveroom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import liveroom.app.settings.Settings;
import liveroom.capture.media.FramePool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A real window on a studio without devices, opened before each test and closed after it.
abstract class WindowTest {
    @TempDir
    Path home = Path.of("");

    final FakeStudio studio = new FakeStudio();
    private final FakeProgram program = new FakeProgram(studio);

    // Opened before each test.
    @SuppressWarnings("NullAway.Init")
    WindowHarness window;

    @BeforeEach
    void openWindow() {
        program.start();
        window = WindowHarness.open(
                studio, new FakeDevices(), home, new Settings.Look(Settings.Theme.DARK, 1280, 800), "Ana live");
    }

    @AfterEach
    void closeWindow() throws InterruptedException {
        program.close();
        window.close();
        assertThat(FramePool.lentByAll()).isZero();
    }
}
