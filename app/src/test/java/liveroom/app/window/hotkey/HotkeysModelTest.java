package liveroom.app.window.hotkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import liveroom.app.settings.KeptSettings;
import liveroom.app.settings.StudioHome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HotkeysModelTest {
    @TempDir
    Path home = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private KeptSettings settings;

    @BeforeEach
    void open() {
        settings = KeptSettings.open(StudioHome.of(Optional.of(home)));
    }

    @AfterEach
    void close() {
        settings.close();
    }

    @Test
    void firstKeys_areAllDifferent() {
        Map<Hotkey, String> keys = new HotkeysModel(settings).keys().get();
        assertThat(new HashSet<>(keys.values())).hasSize(Hotkey.values().length);
    }

    @Test
    void change_freeKeys_areKept() {
        assertThat(new HotkeysModel(settings).change(Hotkey.CUT, "Shift+Ctrl+k"))
                .isEmpty();
        HotkeysModel reopened = new HotkeysModel(settings);
        assertThat(reopened.keys(Hotkey.CUT)).isEqualTo("Shortcut+Shift+K");
        assertThat(settings.current().dressing().keys()).containsOnlyKeys("CUT");
        reopened.reset();
        assertThat(reopened.keys(Hotkey.CUT)).isEqualTo("F5");
        assertThat(settings.current().dressing().keys()).isEmpty();
    }

    @Test
    void change_keysOfAnother_isRefusedAndSaysWhose() {
        HotkeysModel model = new HotkeysModel(settings);
        assertThat(model.change(Hotkey.CUT, "F6").orElseThrow()).contains(HotkeysModel.name(Hotkey.FADE));
        assertThat(model.change(Hotkey.CUT, "Shortcut+L").orElseThrow()).contains("Ctrl+L");
        assertThat(model.keys(Hotkey.CUT)).isEqualTo("F5");
    }

    @Test
    void change_keysThatWrite_isRefused() {
        HotkeysModel model = new HotkeysModel(settings);
        for (String keys : new String[] {"K", "Shift+K", "Enter", "Shortcut+C", "Shortcut", ""}) {
            assertThat(model.change(Hotkey.CUT, keys)).as(keys).isPresent();
        }
    }

    @Test
    void settings_withConflictsAndNonsense_giveWayToFirstKeys() {
        settings.change(now -> now.withDressing(
                now.dressing().withKeys(Map.of("CUT", "F6", "FADE", "???", "LIVE", "F9", "NOTHING", "F10"))));
        HotkeysModel model = new HotkeysModel(settings);
        assertThat(model.keys(Hotkey.CUT)).isEqualTo("F5");
        assertThat(model.keys(Hotkey.FADE)).isEqualTo("F6");
        assertThat(model.keys(Hotkey.LIVE)).isEqualTo("Shortcut+L");
    }
}
