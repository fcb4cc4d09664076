package liveroom.app.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Which of the two lanes is shown and heard, without any that bring something: see `simulations.html`.
class LanesTest {
    @RegisterExtension
    static final Simulations SIMULATIONS = new Simulations();

    @Test
    void otherLane_announcedBeforeAnyPicture_outOfSight_isUsedAllTheSame() {
        Simulated lanes = SIMULATIONS.run("lanesOutOfSight");
        assertThat(lanes.get("names")).isEqualTo(List.of("shared", "track"));
        assertThat(lanes.get("unseen")).isEqualTo(List.of());
        assertThat(lanes.get("shown")).as("once there is a picture").isEqualTo(List.of("track"));
    }

    @Test
    void otherLane_announcedAfterItsFirstPicture_isShown() {
        Simulated lanes = SIMULATIONS.run("lanesInSight");
        assertThat(lanes.get("name")).isEqualTo("track");
        assertThat(lanes.get("shown")).isEqualTo(List.of("track"));
    }

    @Test
    void otherLane_browserDoesNotLetItBeHeard_theOneBeforeGoesOn() {
        Simulated mix = SIMULATIONS.run("mixRefused");
        assertThat(mix.get("told")).isEqualTo(List.of(false));
        assertThat(mix.get("meanwhile")).isEqualTo(List.of(1, 0));
        assertThat(mix.get("allowed")).isEqualTo(true);
        assertThat(mix.get("after")).isEqualTo(List.of(0, 1));
    }

    @Test
    void muted_beforeTheOtherLaneTakesOver_bothAre_andItsVolumeComesBack() {
        Simulated mix = SIMULATIONS.run("mixMutedMeanwhile");
        assertThat(mix.get("muted")).isEqualTo(List.of(0, 0));
        assertThat(mix.get("stillMuted")).isEqualTo(List.of(0, 0));
        assertThat(mix.get("after")).isEqualTo(List.of(0, 0.5));
    }

    @Test
    void muted_whileTheOtherLaneTakesOver_nothingIsHeard() {
        Simulated mix = SIMULATIONS.run("mixMutedWhileTakingOver");
        assertThat(mix.get("told")).isEqualTo(List.of());
        assertThat(mix.get("heard")).isEqualTo(List.of(0, 0));
    }

    @Test
    void otherLane_thereAndBack_theFirstIsHeard() {
        assertThat(SIMULATIONS.run("mixThereAndBack").get("heard")).isEqualTo(List.of(1, 0));
    }
}
