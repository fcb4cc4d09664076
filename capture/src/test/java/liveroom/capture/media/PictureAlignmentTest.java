package liveroom.capture.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PictureAlignmentTest {
    private static final long MS = 1_000_000;
    private static final Offset<Long> ABOUT = within(MS);
    private long now = 1_000_000 * MS;
    private final PictureAlignment alignment = new PictureAlignment();

    @Test
    void picture_isPlacedWhereSoundOfTheSameInstantIs() {
        for (int i = 0; i < 300; i++) {
            now += 10 * MS;
            alignment.sound(now, now - 45 * MS);
        }
        long captured = now - 20 * MS;
        assertThat(alignment.picture(now, captured)).isCloseTo(captured + 45 * MS, ABOUT);
    }

    @Test
    void picture_repeated_movesOnWithTheProgram() {
        long first = alignment.picture(now, now - 20 * MS);
        long repeated = alignment.picture(now + 33 * MS, now - 20 * MS);
        assertThat(repeated - first).isEqualTo(33 * MS);
    }

    @Test
    void picture_ofAnotherSourceWithALongerDelay_followsAtOnce() {
        alignment.picture(now, now - 20 * MS);
        long captured = now + 33 * MS - 400 * MS;
        assertThat(alignment.picture(now + 33 * MS, captured)).isCloseTo(captured, ABOUT);
    }
}
