package liveroom.capture.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class ArrivalClockTest {
    private static final long BLOCK = 10_000_000;

    private final ArrivalClock clock = new ArrivalClock();
    private final Random random = new Random(7);

    /// Mostly prompt, sometimes up to 15 ms late.
    private long jitter() {
        return random.nextInt(4) == 0 ? random.nextInt(15_000_000) : random.nextInt(300_000);
    }

    @Test
    void stamps_underJitter_advanceEvenlyAndStayTrue() {
        long last = 0;
        for (int i = 0; i < 3_000; i++) {
            long captured = i * BLOCK;
            long stamp = clock.stamp(captured + BLOCK + jitter(), 480, 48_000);
            if (i > 100) {
                assertThat(stamp - last).isCloseTo(BLOCK, within(60_000L));
                assertThat(stamp).isCloseTo(captured, within(400_000L));
            }
            last = stamp;
        }
    }

    @Test
    void stamps_ofADeviceWhoseClockRunsFast_followIt() {
        double fast = 1.0003;
        for (int i = 0; i < 30_000; i++) {
            long captured = (long) (i * BLOCK / fast);
            long stamp = clock.stamp((long) (captured + BLOCK / fast) + jitter(), 480, 48_000);
            if (i > 300) {
                assertThat(stamp).isCloseTo(captured, within(700_000L));
            }
        }
    }

    @Test
    void stamps_afterABurstOfOldSound_areTrueOnceSettled() {
        long opened = 500_000_000;
        for (int i = 0; i < 100; i++) {
            long captured = i * BLOCK;
            long arrived = Math.max(opened + i * 500_000L, captured + BLOCK);
            long stamp = clock.stamp(arrived, 480, 48_000);
            if (clock.settled(arrived)) {
                assertThat(stamp).isCloseTo(captured, within(100_000L));
            }
        }
        assertThat(clock.settled(100 * BLOCK)).isTrue();
    }

    @Test
    void stamps_afterAGap_jumpOnce() {
        for (int i = 0; i < 200; i++) {
            clock.stamp((i + 1) * BLOCK, 480, 48_000);
        }
        int jumps = 0;
        long last = 199 * BLOCK;
        for (int i = 300; i < 500; i++) {
            long stamp = clock.stamp((i + 1) * BLOCK, 480, 48_000);
            jumps += Math.abs(stamp - last - BLOCK) > 1_000_000 ? 1 : 0;
            last = stamp;
        }
        assertThat(jumps).isEqualTo(1);
        assertThat(last).isEqualTo(499 * BLOCK);
    }
}
