package liveroom.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StudioHomeTest {
    private static final Path USER = Path.of("/users/host");

    @Test
    void of_linuxWithoutVariables_takesTheUsualPlaces() {
        StudioHome home = StudioHome.of(Optional.empty(), Map.of(), "Linux", USER);

        assertThat(home.settingsFile()).isEqualTo(USER.resolve(".config/liveroom/settings.json"));
        assertThat(home.logs()).isEqualTo(USER.resolve(".local/state/liveroom"));
        assertThat(home.recordings()).isEqualTo(USER.resolve("Videos/Liveroom"));
    }

    @Test
    void of_linuxWithVariables_takesAbsoluteOnesOnly() {
        Map<String, String> environment = Map.of("XDG_CONFIG_HOME", "/etc/mine", "XDG_STATE_HOME", "relative");

        StudioHome home = StudioHome.of(Optional.empty(), environment, "Linux", USER);

        assertThat(home.settingsFile()).isEqualTo(Path.of("/etc/mine/liveroom/settings.json"));
        assertThat(home.logs()).isEqualTo(USER.resolve(".local/state/liveroom"));
    }

    @Test
    void of_macOs_takesTheLibrary() {
        StudioHome home = StudioHome.of(Optional.empty(), Map.of(), "Mac OS X", USER);

        assertThat(home.settingsFile()).isEqualTo(USER.resolve("Library/Application Support/Liveroom/settings.json"));
    }

    @Test
    void of_windows_takesApplicationData() {
        Map<String, String> environment = Map.of("APPDATA", "/roaming");

        StudioHome home = StudioHome.of(Optional.empty(), environment, "Windows 11", USER);

        assertThat(home.settingsFile()).isEqualTo(Path.of("/roaming/Liveroom/settings.json"));
        assertThat(home.logs()).isEqualTo(USER.resolve("AppData/Local/Liveroom/logs"));
    }

    @Test
    void of_override_winsOverTheVariable() {
        Map<String, String> environment = Map.of(StudioHome.VARIABLE, "/variable");

        assertThat(StudioHome.of(Optional.empty(), environment, "Linux", USER).settingsFile())
                .isEqualTo(Path.of("/variable/settings.json"));
        assertThat(StudioHome.of(Optional.of(Path.of("/given")), environment, "Linux", USER)
                        .settingsFile())
                .isEqualTo(Path.of("/given/settings.json"));
    }
}
