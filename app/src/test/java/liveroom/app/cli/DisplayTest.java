package liveroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class DisplayTest {
    @Test
    void of_linuxWithoutVariables_isAbsent() {
        assertThat(Display.of("Linux", Map.of())).isEqualTo(Display.ABSENT);
        assertThat(Display.of("Linux", Map.of("DISPLAY", ""))).isEqualTo(Display.ABSENT);
    }

    @Test
    void of_linuxWithEither_isPresent() {
        assertThat(Display.of("Linux", Map.of("DISPLAY", ":0"))).isEqualTo(Display.PRESENT);
        assertThat(Display.of("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0"))).isEqualTo(Display.PRESENT);
    }

    @Test
    void of_otherSystems_isPresent() {
        assertThat(Display.of("Mac OS X", Map.of())).isEqualTo(Display.PRESENT);
        assertThat(Display.of("Windows 11", Map.of())).isEqualTo(Display.PRESENT);
    }
}
