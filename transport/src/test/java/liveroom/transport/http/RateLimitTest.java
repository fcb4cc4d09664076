package liveroom.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class RateLimitTest {
    private final AtomicLong nanos = new AtomicLong();
    private final RateLimit limit = new RateLimit(2, 3, nanos::get);

    @Test
    void admits_aBurstThenASteadyRate_eachRequesterForItself() {
        for (int i = 0; i < 3; i++) {
            assertThat(limit.admits("a", 1)).isTrue();
        }
        assertThat(limit.admits("a", 1)).isFalse();
        assertThat(limit.admits("b", 1)).isTrue();
        nanos.addAndGet(500_000_000);
        assertThat(limit.admits("a", 1)).isTrue();
        assertThat(limit.admits("a", 1)).isFalse();
    }

    @Test
    void forwardedAddress_fromAnotherMachine_notBelieved() {
        assertThat(ClientAddress.of("203.0.113.5", "198.51.100.1")).isEqualTo("203.0.113.5");
        assertThat(ClientAddress.of("127.0.0.1", "1.2.3.4, 198.51.100.1")).isEqualTo("198.51.100.1");
        assertThat(ClientAddress.of("127.0.0.1", null)).isEqualTo("127.0.0.1");
        assertThat(ClientAddress.of("127.0.0.1", "x".repeat(200))).isEqualTo("127.0.0.1");
    }
}
