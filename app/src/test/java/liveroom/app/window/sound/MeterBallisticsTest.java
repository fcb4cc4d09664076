package liveroom.app.window.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class MeterBallisticsTest {
    private static final long MS = 1_000_000;
    private static final Offset<Double> CLOSE = within(0.01);

    private final MeterBallistics meter = new MeterBallistics();

    @Test
    void read_louder_risesAtOnce() {
        meter.read(-6, -20, 0);
        assertThat(meter.peakDbfs()).isEqualTo(-6, CLOSE);
        assertThat(meter.holdDbfs()).isEqualTo(-6, CLOSE);
        assertThat(meter.rmsDbfs()).isEqualTo(-20, CLOSE);
    }

    @Test
    void read_silenceAfterPeak_fallsTwentyDecibelsASecond() {
        meter.read(-6, -20, 0);
        meter.read(-120, -120, 500 * MS);
        assertThat(meter.peakDbfs()).isEqualTo(-16, CLOSE);
    }

    @Test
    void read_silenceAfterPeak_holdsForOneAndAHalfSecondsThenFalls() {
        meter.read(-6, -20, 0);
        for (int ms = 50; ms <= 1_500; ms += 50) {
            meter.read(-120, -120, ms * MS);
        }
        assertThat(meter.holdDbfs()).isEqualTo(-6, CLOSE);
        for (int ms = 1_550; ms <= 2_000; ms += 50) {
            meter.read(-120, -120, ms * MS);
        }
        assertThat(meter.holdDbfs()).isEqualTo(-16, CLOSE);
    }

    @Test
    void read_fullScale_lightsClipUntilThreeSecondsLater() {
        meter.read(0, -3, 0);
        assertThat(meter.clipped()).isTrue();
        meter.read(-10, -20, 2_900 * MS);
        assertThat(meter.clipped()).isTrue();
        meter.read(-10, -20, 3_100 * MS);
        assertThat(meter.clipped()).isFalse();
    }

    @Test
    void forgetClip_lit_goesOut() {
        meter.read(0, -3, 0);
        meter.forgetClip();
        assertThat(meter.clipped()).isFalse();
    }

    @Test
    void deflection_marks_riseFromZeroToOne() {
        assertThat(MeterScale.deflection(-120)).isZero();
        assertThat(MeterScale.deflection(-20)).isEqualTo(0.5, CLOSE);
        assertThat(MeterScale.deflection(0)).isEqualTo(1, CLOSE);
        assertThat(MeterScale.deflection(6)).isEqualTo(1, CLOSE);
        assertThat(MeterScale.MARKS.stream().map(MeterScale::deflection).toList())
                .isSorted();
    }
}
