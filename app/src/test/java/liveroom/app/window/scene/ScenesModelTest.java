package liveroom.app.window.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import liveroom.app.settings.KeptSettings;
import liveroom.app.settings.Settings.StudioMode;
import liveroom.app.settings.StudioHome;
import liveroom.app.window.FakeShow;
import liveroom.capture.scene.Scene;
import liveroom.capture.show.DeskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenesModelTest {
    @TempDir
    Path home = Path.of("");

    private final DeskModel desk = new DeskModel(FakeShow.desk(), _ -> {});

    // Opened before each test.
    @SuppressWarnings("NullAway.Init")
    private KeptSettings settings;

    @SuppressWarnings("NullAway.Init")
    private ScenesModel model;

    @BeforeEach
    void open() {
        settings = KeptSettings.open(StudioHome.of(Optional.of(home)));
        model = new ScenesModel(desk, new ReadOnlyBooleanWrapper(), settings);
    }

    @AfterEach
    void close() {
        settings.close();
    }

    private Scene scene(String id) {
        return desk.now().show().scene(id).orElseThrow();
    }

    @Test
    void duplicate_studioModeOpen_isNextAndOneUndoTakesBothBack() {
        model.mode().set(StudioMode.OPEN);
        model.choose(scene("end"));
        DeskState before = desk.now();

        model.duplicate(scene("talk"));
        assertThat(desk.preview().layers()).isEqualTo(scene("talk").layers());
        assertThat(desk.now().revision()).isEqualTo(before.revision() + 1);
        desk.undo();

        assertThat(desk.now().show()).isEqualTo(before.show());
        assertThat(desk.now().previewId()).isEqualTo("end");
        assertThat(desk.now().canUndo()).isFalse();
    }

    @Test
    void duplicate_nameFullOfPairs_isCutBetweenThem() {
        model.rename(scene("talk"), "a" + "🎈".repeat(39));

        model.duplicate(scene("talk"));

        assertThat(desk.preview().name()).isEqualTo("a" + "🎈".repeat(37));
    }

    @Test
    void choose_studioModeFolded_isOnAirInOneChange() {
        model.mode().set(StudioMode.FOLDED);
        long before = desk.now().revision();

        model.choose(scene("end"));

        assertThat(desk.now().programId()).isEqualTo("end");
        assertThat(desk.now().previewId()).isEqualTo("talk");
        assertThat(desk.now().revision()).isEqualTo(before + 1);
    }
}
