package liveroom.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ToldTimesTest {
    private final ToldTimes times = new ToldTimes();

    private static Report report(String members) {
        return Report.of(
                Wire.read("{\"v\":1,\"type\":\"report\"," + members + "}").orElseThrow());
    }

    @Test
    void timing_nothingTold_isUnknown() {
        times.tick();
        assertThat(times.timing()).isEqualTo(ViewerTiming.UNKNOWN);
    }

    @Test
    void timing_reportsOfSomeSeconds_hasPercentilesAndTheLastParts() {
        times.told(report("\"skewMs\":-20,\"latencyMs\":50"));
        times.tick();
        times.told(report("\"skewMs\":4,\"latencyMs\":90"));
        times.tick();
        Report last = report(
                "\"skewMs\":6,\"latencyMs\":60,\"arrivalMs\":12,\"bufferMs\":28,\"renderMs\":20,\"lateFrames\":3");
        times.told(last);
        times.tick();

        ViewerTiming timing = times.timing();
        assertThat(timing.skewMsP50()).hasValue(4);
        assertThat(timing.skewMsP95()).hasValue(20);
        assertThat(timing.latencyMsP50()).hasValue(60);
        assertThat(timing.latencyMsP95()).hasValue(90);
        assertThat(timing.arrivalMs()).hasValue(12);
        assertThat(timing.bufferMs()).hasValue(28);
        assertThat(timing.renderMs()).hasValue(20);
        assertThat(timing.lateFrames()).hasValue(3);
    }

    @Test
    void latest_nothingToldForSeconds_isBelievedForThreeAndThenUnknown() {
        times.told(report("\"skewMs\":4,\"latencyMs\":90,\"arrivalMs\":12"));
        for (int second = 0; second < 3; second++) {
            times.tick();
            assertThat(times.latest().latencyMs()).hasValue(90);
            assertThat(times.timing().arrivalMs()).hasValue(12);
        }
        times.tick();
        assertThat(times.latest()).isEqualTo(Report.NONE);
        assertThat(times.timing().arrivalMs()).isEmpty();
        assertThat(times.timing().latencyMsP50()).hasValue(90);

        times.told(report("\"latencyMs\":95"));
        assertThat(times.latest().latencyMs()).hasValue(95);
    }

    @Test
    void timing_floodOfReports_countsOncePerSecond() {
        times.told(report("\"latencyMs\":70"));
        times.tick();
        for (int i = 0; i < 500; i++) {
            times.told(report("\"latencyMs\":60000"));
        }
        times.tick();
        times.told(report("\"latencyMs\":71"));
        times.tick();
        assertThat(times.timing().latencyMsP50()).hasValue(71);
    }

    @Test
    void timing_viewerFallsSilent_isForgottenAfterAMinute() {
        times.told(report("\"skewMs\":4,\"latencyMs\":90"));
        for (int second = 0; second < 60; second++) {
            times.tick();
            assertThat(times.timing().latencyMsP50()).hasValue(90);
        }
        times.tick();
        assertThat(times.timing()).isEqualTo(ViewerTiming.UNKNOWN);
    }
}
