package liveroom.app.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import liveroom.app.settings.StudioHome;
import liveroom.capture.media.StudioClock;
import liveroom.capture.scene.Scene;
import liveroom.capture.show.ShowCommand;
import liveroom.capture.show.ShowDesk;
import liveroom.capture.show.ShowDesk.RefusedException;
import liveroom.capture.show.ShowFile;
import liveroom.capture.show.ShowFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DressOptionsTest {
    @TempDir
    private Path folder;

    private final List<String> complaints = new ArrayList<>();

    @Test
    void open_noFileYet_isTheShowForNewcomersInWords() throws Exception {
        try (ShowDesk desk = open(Optional.empty(), Optional.empty())) {
            assertThat(desk.state().show().scenes())
                    .extracting(Scene::name)
                    .containsExactly(
                            "Solo", "Product", "Screen with speaker", "Starting soon", "Be right back", "Thank you");
            assertThat(desk.state().show().brand()).isEqualTo("daylight");
        }
        assertThat(file()).doesNotExist();
        assertThat(complaints).isEmpty();
    }

    @Test
    void open_changedAndClosed_isAsItWasLeft() throws Exception {
        try (ShowDesk desk = open(Optional.empty(), Optional.empty())) {
            desk.perform(new ShowCommand.RenameShow("Evening"), "host");
        }

        assertThat(new ShowFile(file()).read().name()).isEqualTo("Evening");
    }

    @Test
    void open_sceneByNameAndABrand_hasThemOnAir() throws Exception {
        try (ShowDesk desk = open(Optional.of("starting SOON"), Optional.of("neon"))) {
            assertThat(desk.state().programId()).isEqualTo("starting-soon");
            assertThat(desk.state().previewId()).isEqualTo("solo");
            assertThat(desk.state().show().brand()).isEqualTo("neon");
            assertThat(desk.state().canUndo()).isFalse();
        }
    }

    @Test
    void open_noSuchScene_isRefusedAndSaysWhichThereAre() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> open(Optional.of("moon"), Optional.empty()))
                .withMessage("There is no scene 'moon' in the show. It has solo, product, screen, starting-soon,"
                        + " be-right-back, thank-you.");
    }

    @Test
    void open_brokenFile_setsItAsideAndSaysSo() throws Exception {
        Files.writeString(file(), "{");

        open(Optional.empty(), Optional.empty()).close();

        assertThat(complaints).singleElement().asString().contains(".broken-");
    }

    @Test
    void open_newerFile_isRefused() throws Exception {
        Files.writeString(file(), "{\"format\": 2}");

        assertThatExceptionOfType(ShowFormatException.class).isThrownBy(() -> open(Optional.empty(), Optional.empty()));
        assertThat(file()).hasContent("{\"format\": 2}");
    }

    private ShowDesk open(Optional<String> scene, Optional<String> brand) throws Exception {
        return new DressOptions(Optional.of(file()), scene, brand, StudioHome.of(Optional.of(folder)))
                .open(StudioClock.SYSTEM, complaints::add);
    }

    private Path file() {
        return folder.resolve("show.json");
    }
}
