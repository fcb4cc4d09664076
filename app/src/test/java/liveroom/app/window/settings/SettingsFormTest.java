package liveroom.app.window.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import liveroom.app.settings.Settings;
import liveroom.app.settings.StudioHome;
import liveroom.app.window.settings.SettingsForm.Field;
import liveroom.capture.media.VideoFormat;
import org.junit.jupiter.api.Test;

class SettingsFormTest {
    private final Settings before =
            Settings.fresh(StudioHome.of(Optional.of(Path.of("home").toAbsolutePath())));
    private final SettingsForm form = new SettingsForm(before);

    @Test
    void apply_untouched_changesNothing() {
        assertThat(form.apply(before)).isEqualTo(before);
        assertThat(form.needsRestart()).isFalse();
    }

    @Test
    void apply_edited_takesEachField() {
        form.field(Field.TITLE).set(" Ana live ");
        form.field(Field.BITRATE).set("4000");
        form.field(Field.STUN).set("stun:a.example.org stun:b.example.org:3478");
        form.size().set(new VideoFormat(1920, 1080));
        form.theme().set(Settings.Theme.LIGHT);
        Settings after = form.apply(before);
        assertThat(after.room().title()).isEqualTo("Ana live");
        assertThat(after.room().key()).isEqualTo(before.room().key());
        assertThat(after.picture()).isEqualTo(new Settings.Picture(1920, 1080, 30, 4000));
        assertThat(after.network().stun()).containsExactly("stun:a.example.org", "stun:b.example.org:3478");
        assertThat(after.look().theme()).isEqualTo(Settings.Theme.LIGHT);
        assertThat(form.needsRestart()).isTrue();
    }

    @Test
    void needsRestart_themeAlone_doesNot() {
        form.theme().set(Settings.Theme.LIGHT);
        assertThat(form.needsRestart()).isFalse();
    }

    @Test
    void check_controlCharacterInTheTitle_isWrong() {
        form.field(Field.TITLE).set("Ana\u0007live");
        assertThat(form.check()).isFalse();
        assertThat(form.problems().keySet()).containsExactly(Field.TITLE);
    }

    @Test
    void check_wrongFields_namesEachAndNoOther() {
        form.field(Field.TITLE).set("  ");
        form.field(Field.PORT).set("99999");
        form.field(Field.VIEWERS).set("many");
        form.field(Field.PER_ADDRESS).set("0");
        form.field(Field.RECORDINGS).set("videos");
        form.field(Field.TURN).set("turn:no-credentials.example.org");
        assertThat(form.check()).isFalse();
        assertThat(form.problems().keySet())
                .containsExactlyInAnyOrder(
                        Field.TITLE, Field.PORT, Field.VIEWERS, Field.PER_ADDRESS, Field.RECORDINGS, Field.TURN);
        assertThat(form.problems().get(Field.PORT)).contains("65535");
    }
}
