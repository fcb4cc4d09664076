package liveroom.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AgeMeterTest {
    private static final long MILLI = 1_000_000L;

    private final AgeMeter meter = new AgeMeter();

    private void encoded(long capturedMs, long encodedMs) {
        meter.add(new PacketTiming(capturedMs * MILLI, 0, 0, encodedMs * MILLI));
    }

    @Test
    void age_nothingEncoded_isUnknown() {
        assertThat(meter.ageNanos(0)).isEmpty();
    }

    @Test
    void age_ofManyPictures_isFromCaptureUntilEncodedWhateverItWaitedFor() {
        for (long ms = 33; ms <= 6_600; ms += 33) {
            encoded(ms, ms + 45);
        }
        assertThat(meter.ageNanos(6_600 * MILLI).orElse(0)).isCloseTo(45 * MILLI, within(1.0));
    }

    @Test
    void age_pictureThatIsRepeated_countsOnce() {
        encoded(33, 60);
        encoded(33, 93);
        encoded(33, 126);
        assertThat(meter.ageNanos(130 * MILLI)).hasValue(27 * MILLI);
    }

    @Test
    void age_encoderIdleForASecond_isUnknownAndBeginsAnew() {
        encoded(33, 60);
        assertThat(meter.ageNanos(1_060 * MILLI)).isPresent();
        assertThat(meter.ageNanos(1_061 * MILLI)).isEmpty();
        encoded(5_000, 5_100);
        assertThat(meter.ageNanos(5_100 * MILLI)).hasValue(100 * MILLI);
    }
}
