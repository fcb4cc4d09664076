package liveroom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import liveroom.app.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the show is called, where the host reads it.
class TitleTest {
    @TempDir
    Path home = Path.of("");

    @Test
    void title_ofThisShowAlone_isInTheBarAndInTheFrame() {
        FakeStudio studio = new FakeStudio();
        studio.title("Autumn sale");
        Settings.Look look = new Settings.Look(Settings.Theme.DARK, 1280, 800);
        try (WindowHarness window = WindowHarness.open(studio, new FakeDevices(), home, look, "Ana live")) {
            assertThat(WindowHarness.onFx(() -> window.text("room-title"))).isEqualTo("Autumn sale");
            assertThat(WindowHarness.onFx(() -> window.stage().getTitle())).isEqualTo("Autumn sale – Liveroom");
            studio.goLive();
            window.await("on air", () -> window.stage().getTitle().equals("● ON AIR – Autumn sale – Liveroom"));
        }
    }
}
