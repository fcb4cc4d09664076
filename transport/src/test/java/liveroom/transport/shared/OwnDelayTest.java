package liveroom.transport.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class OwnDelayTest {
    private final OwnDelay delay = new OwnDelay();

    @Test
    void nothingSent_hasNotGrown() {
        delay.tick();
        assertThat(delay.grownMs()).isZero();
    }

    @Test
    void even_hasNotGrown() {
        second(30);
        second(30);
        assertThat(delay.grownMs()).isZero();
    }

    @Test
    void slowerThanBefore_hasGrownByThatAtOnceAndForTheReportsThatAreUnderWay() {
        second(30);
        delay.note(180);
        assertThat(delay.grownMs()).isEqualTo(150);
        delay.tick();
        second(30);
        assertThat(delay.grownMs()).isEqualTo(150);
        second(30);
        assertThat(delay.grownMs()).isZero();
    }

    @Test
    void slowForHalfAMinute_isThatSlow() {
        second(30);
        for (int i = 0; i < 32; i++) {
            second(180);
        }
        assertThat(delay.grownMs()).isZero();
    }

    private void second(double millis) {
        for (int i = 0; i < 30; i++) {
            delay.note(millis);
        }
        delay.tick();
    }
}
