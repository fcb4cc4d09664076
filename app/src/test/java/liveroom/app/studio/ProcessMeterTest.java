package liveroom.app.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProcessMeterTest {
    private static final long SECOND_NANOS = 1_000_000_000L;

    private final AtomicLong nowNanos = new AtomicLong();
    private final ProcessMeter meter = new ProcessMeter(nowNanos::get);

    @Test
    void figures_notRenewed_askTheSystemForNothing() {
        nowNanos.set(5 * SECOND_NANOS);

        assertThat(meter.figures()).isEqualTo(new StudioSnapshot.ProcessFigures(5, 0, Double.NaN));
    }

    @Test
    void figures_renewed_areOfTheTimeSince() {
        nowNanos.set(SECOND_NANOS);
        meter.renew();
        StudioSnapshot.ProcessFigures figures = meter.figures();

        assertThat(figures.uptimeS()).isEqualTo(1);
        assertThat(figures.cpuPercent()).isNotNegative();
    }
}
