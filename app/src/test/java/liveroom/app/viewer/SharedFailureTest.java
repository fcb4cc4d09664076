package liveroom.app.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// When the page takes it that the shared lane does not work here, and what it asks of the studio then: see
/// `simulations.html`.
class SharedFailureTest {
    @RegisterExtension
    static final Simulations SIMULATIONS = new Simulations();

    @Test
    void sound_comesAndIsNotHeard_failsAgainAndAgain() {
        assertThat(failedAt(Map.of("seconds", 20, "packets", 50))).isEqualTo(List.of(8, 16));
    }

    @Test
    void sound_doesNotCome_isTheWaysFault() {
        assertThat(failedAt(Map.of("seconds", 20, "packets", 0))).isEqualTo(List.of());
        assertThat(failedAt(Map.of("seconds", 20, "packets", 5))).isEqualTo(List.of());
    }

    @Test
    void sound_comesTooLate_isTheWaysFault() {
        assertThat(failedAt(Map.of("seconds", 20, "packets", 50, "queueMs", 400)))
                .isEqualTo(List.of());
    }

    private static @Nullable Object failedAt(Map<String, Object> seconds) {
        return SIMULATIONS.run("soundThatIsNotHeard", seconds).get("failedAt");
    }

    @Test
    void wish_failedForNow_sharedLaneIsTriedAgainMoreAndMoreRarely() {
        assertThat(wished("sound", "sound", "slow", "slow"))
                .isEqualTo(List.of(
                        List.of(0, "track", "sound"),
                        List.of(30, "shared", ""),
                        List.of(35, "track", "slow"),
                        List.of(95, "shared", ""),
                        List.of(100, "track", "slow"),
                        List.of(220, "shared", "")));
    }

    @Test
    void wish_cannotDecode_isFinal() {
        assertThat(wished("slow", "decoder", "decoder"))
                .isEqualTo(List.of(List.of(0, "track", "slow"), List.of(1, "track", "decoder")));
    }

    private static @Nullable Object wished(String... reasons) {
        return SIMULATIONS.run("wishes", Map.of("reasons", List.of(reasons))).get("wished");
    }
}
