package liveroom.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ViewerCostTest {
    private static final double ONE = 0.003;

    private final ViewerCost cost = new ViewerCost();
    private final Random noise = new Random(1);

    @Test
    void factor_nothingSeenYet_isThatOfASlowMachine() {
        assertThat(cost.factor()).isEqualTo(2);
    }

    @Test
    void factor_viewersTakeThreeTimesTheExpected_isLearntWhileTheyCome() {
        crowdComes(3);

        assertThat(cost.factor()).isCloseTo(3, within(0.5));
    }

    @Test
    void factor_viewersTakeHalfOfTheExpected_isOne() {
        crowdComes(0.5);

        assertThat(cost.factor()).isEqualTo(1);
    }

    @Test
    void factor_recordingBeginsBesideManyViewers_isNotTakenForTheirs() {
        crowdComes(2);
        double before = cost.factor();
        for (int second = 0; second < 60; second++) {
            observe(0.5, 2, 40);
        }

        assertThat(cost.factor()).isCloseTo(before, within(0.6));
    }

    @Test
    void factor_loadLeapsWithTheFirstViewer_isBounded() {
        observe(0.1, 1, 0);
        for (int second = 0; second < 100; second++) {
            observe(0.9, 1, 1);
        }

        assertThat(cost.factor()).isBetween(1.0, 6.0);
    }

    private void crowdComes(double factor) {
        for (int second = 0; second < 60; second++) {
            observe(0.3, factor, Math.min(40, second));
        }
    }

    private void observe(double base, double factor, int viewers) {
        cost.observed(base + factor * ONE * viewers + 0.02 * noise.nextGaussian(), ONE * viewers);
    }
}
