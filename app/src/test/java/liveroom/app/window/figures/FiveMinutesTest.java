package liveroom.app.window.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import liveroom.app.window.figures.FiveMinutes.Second;
import liveroom.app.window.kit.Spread;
import org.junit.jupiter.api.Test;

class FiveMinutesTest {
    private final FiveMinutes history = new FiveMinutes();

    private static Second late(double ms) {
        return new Second(Optional.empty(), Optional.of(new Spread(ms, ms)));
    }

    private List<Second> lastThree() {
        return history.values().subList(FiveMinutes.SECONDS - 3, FiveMinutes.SECONDS);
    }

    @Test
    void values_nothingAdded_areGaps() {
        assertThat(history.isEmpty()).isTrue();
        assertThat(history.values()).hasSize(300).containsOnly(Second.NOTHING);
    }

    @Test
    void add_secondsOneAfterTheOther_areInOrderWithTheLatestLast() {
        history.add(-1, late(1));
        history.add(0, late(2));
        history.add(1, late(3));
        assertThat(lastThree()).containsExactly(late(1), late(2), late(3));
        assertThat(history.isEmpty()).isFalse();
    }

    @Test
    void add_twiceInOneSecond_keepsTheLater() {
        history.add(7, late(1));
        history.add(7, late(2));
        assertThat(lastThree()).containsExactly(Second.NOTHING, Second.NOTHING, late(2));
    }

    @Test
    void add_afterSecondsWithoutValue_leavesAGap() {
        history.add(7, late(1));
        history.add(9, late(2));
        assertThat(lastThree()).containsExactly(late(1), Second.NOTHING, late(2));
    }

    @Test
    void add_moreThanFiveMinutes_forgetsTheFirst() {
        for (int second = 0; second <= FiveMinutes.SECONDS; second++) {
            history.add(second, late(second));
        }
        assertThat(history.values().getFirst()).isEqualTo(late(1));
        assertThat(history.values().getLast()).isEqualTo(late(FiveMinutes.SECONDS));
    }

    @Test
    void add_longAfterTheLast_forgetsAll() {
        history.add(0, late(1));
        history.add(1_000_000, Second.NOTHING);
        assertThat(history.isEmpty()).isTrue();
    }

    @Test
    void add_clockGoneBack_replacesTheLatest() {
        history.add(7, late(1));
        history.add(5, late(2));
        assertThat(lastThree()).containsExactly(Second.NOTHING, Second.NOTHING, late(2));
    }
}
