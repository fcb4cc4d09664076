package liveroom.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeptSettingsTest {
    @TempDir
    private Path folder;

    @Test
    void change_manyTimesThenClose_keepsTheLast() {
        StudioHome home = StudioHome.of(Optional.of(folder));
        try (KeptSettings settings = KeptSettings.open(home)) {
            for (int gain = -50; gain <= 7; gain++) {
                double gainDb = gain;
                settings.change(old -> old.withInputs(old.inputs().withGainDb(gainDb)));
            }
            settings.change(old -> old.withLook(old.look().withTheme(Settings.Theme.LIGHT)));
        }

        Settings reopened = new SettingsFile(home).load().settings();
        assertThat(reopened.inputs().gainDb()).isEqualTo(7);
        assertThat(reopened.look().theme()).isEqualTo(Settings.Theme.LIGHT);
    }

    @Test
    void close_nothingChanged_keepsTheRoom() {
        StudioHome home = StudioHome.of(Optional.of(folder));
        RoomPass room;
        try (KeptSettings settings = KeptSettings.open(home)) {
            room = settings.current().room();
        }

        assertThat(new SettingsFile(home).load().settings().room()).isEqualTo(room);
        assertThat(room.toString()).doesNotContain(room.key(), room.producerKey(), room.hostKey());
    }
}
