package liveroom.capture.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TimerTest {
    private static final ZonedDateTime NOON = ZonedDateTime.parse("2026-11-28T12:00:00.400+01:00[Europe/Berlin]");

    @ParameterizedTest
    @CsvSource({
        "20:00, 2026-11-28T20:00:00+01:00",
        "12:01, 2026-11-28T12:01:00+01:00",
        "12:00, 2026-11-29T12:00:00+01:00"
    })
    void started_toATimeOfDay_endsWhenItComesNext(String until, ZonedDateTime end) {
        Timer timer = Timer.USUAL.endingAt(until).started(NOON);

        assertThat(timer.endsAtMillis()).isEqualTo(end.toInstant().toEpochMilli());
    }

    @Test
    void paused_thenStarted_hasTheSameLeft() {
        Timer running = new Timer(90, "", 0, 0).started(NOON);
        Timer paused = running.paused(NOON.toInstant().toEpochMilli() + 29_100);

        assertThat(paused).isEqualTo(new Timer(90, "", 0, 61));
        assertThat(paused.started(NOON).endsAtMillis())
                .isEqualTo(NOON.toInstant().toEpochMilli() + 61_000);
    }

    @Test
    void paused_whenOver_waitsToBeStartedAnew() {
        Timer running = new Timer(90, "", 0, 0).started(NOON);

        assertThat(running.paused(running.endsAtMillis() + 5_000)).isEqualTo(running.stopped());
    }

    @ParameterizedTest
    @ValueSource(strings = {"8:00", "24:00", "12:60", "noon", "12:00 "})
    void until_noTimeOfDay_isRefused(String until) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Timer.USUAL.endingAt(until))
                .withMessageEndingWith(".");
    }
}
