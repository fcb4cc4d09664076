package liveroom.transport.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class LaneClockTest {
    private static final long MS = 1_000_000;
    private static final Offset<Long> ABOUT = within(MS);
    private long now = 1_000_000 * MS;
    private final LaneClock clock = new LaneClock(() -> now);

    @Test
    void stamp_ofAPicture_isWhenSoundOfTheSameInstantIsPushed() {
        for (int i = 0; i < 300; i++) {
            now += 10 * MS;
            clock.soundPushed(now - 45 * MS);
        }
        long captured = now - 20 * MS;
        assertThat(clock.stamp(now, captured)).isCloseTo(captured + 45 * MS, ABOUT);
    }

    @Test
    void stamp_ofARepeatedPicture_movesOnWithTheProgram() {
        long first = clock.stamp(now, now - 20 * MS);
        long repeated = clock.stamp(now + 33 * MS, now - 20 * MS);
        assertThat(repeated - first).isEqualTo(33 * MS);
    }

    @Test
    void stamp_afterAnotherSourceWithALongerDelay_followsAtOnce() {
        clock.stamp(now, now - 20 * MS);
        long captured = now + 33 * MS - 400 * MS;
        assertThat(clock.stamp(now + 33 * MS, captured)).isCloseTo(captured, ABOUT);
    }
}
