package liveroom.app.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What the shared lane's page makes of pictures that come later and later, and of a delay that is longer than it
/// need be: see `simulations.html`.
class SharedQueueTest {
    @RegisterExtension
    static final Simulations SIMULATIONS = new Simulations();

    @Test
    void delay_longerThanNeededAfterABusyBeginning_isGivenUpAtOnceAndNeverGrowsSo() {
        Simulated delay = SIMULATIONS.run("delayThatRelents");
        assertThat(delay.number("busy")).isEqualTo(300);
        assertThat(delay.number("before")).isGreaterThan(270);
        assertThat(delay.number("after")).isEqualTo(80);
        assertThat(delay.number("more")).isLessThan(100);
    }

    @Test
    void output_soundIsToBeHeardSooner_isKnownToBeLateBeforeTheSpeakerSaysSo() {
        assertThat(SIMULATIONS.run("outputAims").get("lateMs")).isEqualTo(List.of(5, 35, 0));
    }

    @Test
    void queueing_rateFalls_isNoticedWithinAQuarterOfASecondWithWhatTheLinkCarries() {
        List<?> told = queueing(Map.of("kbps", 6000, "laterKbps", 1000));
        List<?> first = (List<?>) told.getFirst();
        assertThat(((Number) first.getFirst()).doubleValue()).isBetween(5000.0, 5300.0);
        assertThat(((Number) first.getLast()).doubleValue()).isBetween(900.0, 1100.0);
    }

    @Test
    void queueing_rateFallsOnARungWhoseNumbersAreLower_isNoticed() {
        assertThat(queueing(Map.of("kbps", 6000, "laterKbps", 1000, "onAnotherRung", true)))
                .isNotEmpty();
    }

    @Test
    void queueing_rateIsJustTooLow_isNoticed() {
        assertThat(queueing(Map.of("kbps", 6000, "laterKbps", 1700))).isNotEmpty();
    }

    @Test
    void queueing_keyframeOrAMomentWithoutAnything_isNone() {
        assertThat(queueing(Map.of("kbps", 3000))).isEmpty();
        assertThat(queueing(Map.of("kbps", 6000, "stalledMs", 150))).isEmpty();
    }

    @Test
    void queueing_pageThatIsBusyItself_isNotBelieved() {
        assertThat(queueing(Map.of("kbps", 6000, "laterKbps", 1000, "lookMs", 130)))
                .isEmpty();
    }

    @Test
    void queueing_picturesAreMissing_isTakenForLoss() {
        assertThat(queueing(Map.of("kbps", 6000, "laterKbps", 1000, "lostFrom", 120)))
                .isEmpty();
    }

    private List<?> queueing(Map<String, Object> link) {
        return (List<?>)
                Objects.requireNonNull(SIMULATIONS.run("queueing", link).get("told"));
    }
}
