package liveroom.transport;

import static org.assertj.core.api.Assertions.assertThat;

import liveroom.transport.MachineLoad.Times;
import org.junit.jupiter.api.Test;

class MachineLoadTest {
    private static final Times BEFORE = Times.parse("cpu  1000 500 200 8000 100 10 20 40 0 0");

    @Test
    void halfOfTheTimeBusy_isAHalf() {
        assertThat(Times.parse("cpu  1030 500 210 8045 105 15 25 60 0 0").loadSince(BEFORE))
                .isEqualTo(0.5);
    }

    @Test
    void onlyWhatStandsBackRuns_isNone() {
        assertThat(Times.parse("cpu  1000 700 200 8000 100 10 20 40 0 0").loadSince(BEFORE))
                .isZero();
    }

    @Test
    void nothingHasPassed_orNothingIsTold_isNotKnown() {
        assertThat(BEFORE.loadSince(BEFORE)).isNegative();
        assertThat(BEFORE.loadSince(Times.NONE)).isNegative();
        assertThat(Times.parse("intr 1 2 3").loadSince(BEFORE)).isNegative();
    }
}
