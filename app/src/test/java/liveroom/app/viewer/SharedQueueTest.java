package liveroom.app.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What the shared lane's page makes of pictures that come later and later, and of a delay that is longer than it
/// need be: see `simulations.html`.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit calls `openModules` before anything else
class SharedQueueTest {
    private Simulations simulations;

    @BeforeAll
    void openModules() throws IOException {
        simulations = Simulations.open();
    }

    @AfterAll
    void closeModules() {
        simulations.close();
    }

    @Test
    void delay_longerThanNeededAfterABusyBeginning_isGivenUpAtOnceAndNeverGrowsSo() {
        Simulated delay = simulations.run("delayThatRelents", Map.of());
        assertThat(delay.number("busy")).isEqualTo(300);
        assertThat(delay.number("before")).isGreaterThan(270);
        assertThat(delay.number("after")).isEqualTo(80);
        assertThat(delay.number("more")).isLessThan(100);
    }

    @Test
    void output_soundIsToBeHeardSooner_isKnownToBeLateBeforeTheSpeakerSaysSo() {
        assertThat(simulations.run("outputAims", Map.of()).get("lateMs")).isEqualTo(List.of(5, 35, 0));
    }

    @Test
    void queueing_rateFalls_isNoticedWithinAQuarterOfASecondWithWhatTheLinkCarries() {
        List<?> told = queueing(Map.of("kbps", 6000, "laterKbps", 1000));
        List<?> first = (List<?>) told.getFirst();
        assertThat(((Number) first.getFirst()).doubleValue()).isBetween(5000.0, 5300.0);
        assertThat(((Number) first.getLast()).doubleValue()).isBetween(900.0, 1100.0);
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
                Objects.requireNonNull(simulations.run("queueing", link).get("told"));
    }
}
