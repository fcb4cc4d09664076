package liveroom.capture.program;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SteeringTest {
    private final Steering steering = new Steering();
    private double wanted = 10_000;
    private double steepest;
    private double fastest;

    @Test
    void follow_noDrift_readsWholePositions() {
        steering.begin(wanted, 0);
        run(1_000, 0);

        assertThat(steering.manner()).isEqualTo(Steering.Manner.RESTING);
        assertThat(steering.position()).isEqualTo(wanted);
    }

    @Test
    void follow_driftEnds_comesToRestWithoutAStep() {
        steering.begin(wanted, 100e-6);
        run(1_000, 100e-6);
        steepest = 0;
        run(3_000, 0);

        assertThat(steering.manner()).isEqualTo(Steering.Manner.RESTING);
        assertThat(steering.deviation()).isZero();
        assertThat(steering.position()).isEqualTo(Math.rint(steering.position()));
        assertThat(steepest).isLessThanOrEqualTo(4.001e-6);
    }

    @Test
    void follow_halfAMillisecondOff_makesUpForItEvenly() {
        steering.begin(wanted, 100e-6);
        wanted += 24;
        run(3_000, 100e-6);

        assertThat(Math.abs(wanted - steering.position())).isLessThan(1);
        assertThat(fastest).isLessThan(300e-6);
        assertThat(steepest).isLessThanOrEqualTo(4.001e-6);
    }

    @Test
    void follow_twentyMillisecondsOff_bendsAndIsSteadyAgain() {
        steering.begin(wanted, 100e-6);
        wanted += 960;
        run(200, 100e-6);
        assertThat(steering.manner()).isEqualTo(Steering.Manner.BENDING);
        assertThat(fastest).isEqualTo(Steering.MAX_BEND);

        run(3_000, 100e-6);

        assertThat(steering.manner()).isEqualTo(Steering.Manner.STEADY);
        assertThat(Math.abs(wanted - steering.position())).isLessThan(1);
    }

    private void run(int blocks, double drift) {
        for (int i = 0; i < blocks; i++) {
            double before = steering.deviation();
            steering.follow(wanted, drift);
            steepest = Math.max(steepest, Math.abs(steering.deviation() - before));
            fastest = Math.max(fastest, Math.abs(steering.deviation()));
            steering.advance();
            wanted += 480 * (1 + drift);
        }
    }
}
