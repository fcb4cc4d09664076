package liveroom.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class LastMinuteTest {
    private final LastMinute minute = new LastMinute();

    private void add(double... figures) {
        for (double figure : figures) {
            minute.add(Double.isNaN(figure) ? OptionalDouble.empty() : OptionalDouble.of(figure));
        }
    }

    @Test
    void percentile_nothingKnown_isEmpty() {
        assertThat(minute.percentile(0.5)).isEmpty();
        add(Double.NaN);
        assertThat(minute.percentile(0.5)).isEmpty();
        assertThat(minute.percentileOfSizes(0.95)).isEmpty();
    }

    @Test
    void percentile_ofSixtySeconds_isWhatThatShareDoesNotExceed() {
        for (int second = 60; second >= 1; second--) {
            add(second);
        }
        assertThat(minute.percentile(0.5)).hasValue(30);
        assertThat(minute.percentile(0.95)).hasValue(57);
        assertThat(minute.percentile(1)).hasValue(60);
    }

    @Test
    void percentile_unknownSeconds_doNotCount() {
        add(7, Double.NaN, Double.NaN, 9, Double.NaN);
        assertThat(minute.percentile(0.5)).hasValue(7);
        assertThat(minute.percentile(0.95)).hasValue(9);
    }

    @Test
    void percentile_afterAMinute_hasForgottenWhatWasBefore() {
        add(1000);
        for (int second = 0; second < 59; second++) {
            add(5);
        }
        assertThat(minute.percentile(1)).hasValue(1000);
        add(5);
        assertThat(minute.percentile(1)).hasValue(5);
        for (int second = 0; second < 60; second++) {
            add(Double.NaN);
        }
        assertThat(minute.percentile(1)).isEmpty();
    }

    @Test
    void percentileOfSizes_earlyAndLate_countsBothAlike() {
        add(-40, 3, 5, -2);
        assertThat(minute.percentileOfSizes(0.95)).hasValue(40);
        assertThat(minute.percentile(0.95)).hasValue(5);
        assertThat(minute.percentile(0.5)).hasValue(-2);
    }
}
