package liveroom.transport.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class NtpTimeTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void unixEpoch_isSeventyYearsAfter1900() {
        assertThat(NtpTime.ofUnixNanos(0)).isEqualTo(2_208_988_800L << 32);
        assertThat(NtpTime.ofUnixNanos(SECOND / 2)).isEqualTo(2_208_988_800L << 32 | 0x8000_0000L);
        assertThat(NtpTime.ofUnixNanos(-SECOND / 4)).isEqualTo(2_208_988_799L << 32 | 0xC000_0000L);
    }

    /// The example in RFC 3550 section 6.4.1, figure 2.
    @Test
    void middle_ofTheStandardsExample_isItsLastSenderReport() {
        assertThat(NtpTime.middle(0xB44DB705_20000000L)).isEqualTo(0xB7052000);
    }

    @Test
    void anyTime_comesBackToTheNanosecond() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 100_000; i++) {
            long nanos = random.nextLong(0, 4_000_000_000L * SECOND);
            assertThat(NtpTime.toUnixNanos(NtpTime.ofUnixNanos(nanos))).isCloseTo(nanos, within(1L));
        }
    }

    @Test
    void after2036_theCountBeginsAnew() {
        long nanos = Instant.parse("2040-01-01T00:00:00Z").getEpochSecond() * SECOND;
        assertThat(NtpTime.ofUnixNanos(nanos) >>> 32).isLessThan(200_000_000L);
        assertThat(NtpTime.toUnixNanos(NtpTime.ofUnixNanos(nanos))).isEqualTo(nanos);
    }
}
