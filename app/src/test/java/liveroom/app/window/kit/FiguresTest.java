package liveroom.app.window.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void running_anyLength_readsLikeAClock() {
        assertThat(Figures.running(Duration.ofSeconds(7))).isEqualTo("0:07");
        assertThat(Figures.running(Duration.ofSeconds(754))).isEqualTo("12:34");
        assertThat(Figures.running(Duration.ofHours(10))).isEqualTo("10:00:00");
        assertThat(Figures.running(Duration.ofSeconds(-3))).isEqualTo("0:00");
    }

    @Test
    void signedMs_bothSides_carriesItsSign() {
        assertThat(Figures.signedMs(12.4)).isEqualTo("+12\u00a0ms");
        assertThat(Figures.signedMs(-3)).isEqualTo("\u22123\u00a0ms");
        assertThat(Figures.signedMs(0.2)).isEqualTo("0\u00a0ms");
    }

    @Test
    void bytes_anySize_takesAFittingUnit() {
        assertThat(Figures.bytes(820_000)).endsWith("kB");
        assertThat(Figures.bytes(14_200_000)).endsWith("MB");
        assertThat(Figures.bytes(1_350_000_000)).endsWith("GB");
    }
}
