package liveroom.app.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// How the shared lane's modules reckon with times, clocks and loudspeakers that are made up: see `simulations.html`.
/// Nothing depends on how fast anything runs.
class SharedTimesTest {
    @RegisterExtension
    static final Simulations SIMULATIONS = new Simulations();

    @Test
    void clock_jitteryNetworkAndDriftingCrystal_staysNear() {
        assertThat(SIMULATIONS.run("clock").number("p95")).isLessThan(5);
    }

    @Test
    void clock_exchangeThatCannotBe_isIgnored() {
        assertThat(SIMULATIONS.run("clockLied").get("offset")).isEqualTo("NaN");
    }

    @Test
    void delay_networkGetsWorseAndBetter_growsSoonShrinksSlowly() {
        Simulated delay = SIMULATIONS.run("delay");
        assertThat(delay.number("calm")).isBetween(38.0, 55.0);
        assertThat(delay.number("rough")).isBetween(85.0, 110.0);
        assertThat(delay.number("after")).isBetween(38.0, 60.0);
        assertThat(delay.number("steepest")).isLessThanOrEqualTo(10);
    }

    @Test
    void delay_afterAStall_growsWhileItLastsAndNotForIt() {
        Simulated delay = SIMULATIONS.run("delayAfterAStall");
        assertThat(delay.number("before")).isEqualTo(60);
        assertThat(delay.number("during")).isBetween(65.0, 80.0);
        assertThat(delay.number("later")).isBetween(60.0, 85.0);
        assertThat(delay.number("after")).isBetween(60.0, 63.0);
    }

    @Test
    void delay_anotherPath_isThatOfTheNewOneAtOnce() {
        Simulated delay = SIMULATIONS.run("delayAfterAnotherPath");
        assertThat(delay.number("before")).isEqualTo(300);
        assertThat(delay.number("told")).isEqualTo(60);
        assertThat(delay.number("after")).isEqualTo(60);
    }

    @Test
    void spread_isNewsTwiceAfterItsFirstParts() {
        assertThat(SIMULATIONS.run("spread").get("news"))
                .isEqualTo(List.of(List.of(2000, 1500), List.of(3000, 2000), List.of(6000, 5500), List.of(7000, 6000)));
    }

    @Test
    void delay_badWhileThePageLoads_isForgottenSoonAfter() {
        Simulated delay = SIMULATIONS.run("delayAfterBadBeginning");
        assertThat(delay.number("loading")).isEqualTo(300);
        assertThat(delay.number("quiet")).isEqualTo(40);
    }

    @Test
    void delay_madeLongByAStall_isGivenUpSoonerWhereTheSoundPauses() {
        double music = SIMULATIONS
                .run("delayAfterAShortStall", Map.of("pauses", false))
                .number("untilMs");
        Simulated speech = SIMULATIONS.run("delayAfterAShortStall", Map.of("pauses", true));
        assertThat(speech.number("longer")).isGreaterThan(100);
        assertThat(speech.number("untilMs")).isLessThan(music / 2);
    }

    @Test
    void latency_loudspeakerAsEver_isLeftAlone() {
        assertThat(SIMULATIONS
                        .run("latency", latency(true, List.of(0, 40), List.of(60_000, 90), List.of(90_000, 70)))
                        .get("renewedAt"))
                .isEqualTo(List.of());
    }

    @Test
    void latency_grownForGood_isRenewedOnceForEachTime() {
        assertThat(SIMULATIONS
                        .run("latency", latency(true, List.of(0, 50), List.of(60_000, 150), List.of(200_000, 250)))
                        .get("renewedAt"))
                .isEqualTo(List.of(63, 203));
    }

    @Test
    void latency_grownAndBackAgain_isLeftAlone() {
        assertThat(SIMULATIONS
                        .run("latency", latency(true, List.of(0, 50), List.of(60_000, 150), List.of(62_000, 60)))
                        .get("renewedAt"))
                .isEqualTo(List.of());
    }

    @Test
    void latency_renewingDoesNotHelp_isTriedMoreAndMoreRarely() {
        assertThat(SIMULATIONS.run("latency", latency(false, List.of(0, 220))).get("renewedAt"))
                .isEqualTo(List.of(6, 46, 126, 286));
    }

    private static Map<String, Object> latency(boolean helps, List<?>... steps) {
        return Map.of("helps", helps, "steps", List.of(steps));
    }

    @Test
    void looks_noisyClockThatSteps_areCalmAndFollowSoon() {
        Simulated believed = SIMULATIONS.run("looks");
        assertThat(believed.number("most")).isLessThan(30);
        assertThat(believed.number("third")).isBetween(300.0, 330.0);
        assertThat(believed.number("last")).isBetween(300.0, 330.0);
    }

    @Test
    void loudspeaker_behind_anotherPlaysBesideThenTakesOver() {
        assertThat(SIMULATIONS.run("loudspeakerBehind").get("done"))
                .isEqualTo(List.of("1 start", "1 fade 0.5", "2 start", "2 fade 0.5", "1 end"));
    }

    @Test
    void loudspeaker_behindButNoOtherAllowed_goesOn() {
        assertThat(SIMULATIONS
                        .run("loudspeakerBehind", Map.of("allowed", false))
                        .get("done"))
                .isEqualTo(List.of("1 start", "1 fade 0.5", "2 start", "2 end"));
    }

    @Test
    void loudspeaker_closedWhileAnotherGetsReady_bothFallSilent() {
        assertThat((List<?>) SIMULATIONS
                        .run("loudspeakerBehind", Map.of("closedMeanwhile", true))
                        .get("done"))
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .startsWith("1 start", "1 fade 0.5", "2 start")
                .contains("2 end", "1 stop")
                .doesNotContain("2 fade 0.5");
    }

    @Test
    void loudspeaker_closedWhileItOpens_fallsSilent() {
        assertThat(SIMULATIONS.run("loudspeakerClosedAtOnce").get("done")).isEqualTo(List.of("start", "stop"));
    }

    @Test
    void loudspeaker_stoppedByTheSystem_goesOnWhenAsked() {
        Simulated stopped = SIMULATIONS.run("loudspeakerStopped", Map.of("atOnce", true));
        assertThat(stopped.get("done")).isEqualTo(List.of("1 start", "1 fade"));
        assertThat(stopped.get("heard")).isEqualTo(List.of());
    }

    @Test
    void loudspeaker_stoppedByTheSystem_anotherPlaysInItsPlace() {
        Simulated stopped = SIMULATIONS.run("loudspeakerStopped", Map.of("others", true));
        assertThat(stopped.get("done")).isEqualTo(List.of("1 start", "1 fade", "2 start", "2 fade", "1 end"));
        assertThat(stopped.get("heard")).isEqualTo(List.of());
    }

    @Test
    void loudspeaker_stoppedByTheSystemForLong_isSaid_andSoIsItsReturn() {
        Simulated stopped = SIMULATIONS.run("loudspeakerStopped");
        assertThat(stopped.get("heard")).isEqualTo(List.of(List.of(false, 11), List.of(true, 30)));
    }

    @Test
    void loudspeaker_scriptDoesNotCome_isRefused_andTheNextTimeThereIsAnother() {
        Simulated made = SIMULATIONS.run("loudspeakerWithoutScript");
        assertThat(made.get("allowed")).isEqualTo(List.of(false, true));
        assertThat(made.get("done")).isEqualTo(List.of("1 end", "2 fade"));
    }
}
