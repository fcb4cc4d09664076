package liveroom.capture.program;

import static org.assertj.core.api.Assertions.assertThat;

import liveroom.capture.media.AudioFormat;
import org.junit.jupiter.api.Test;

final class AudioDelayTest {
    private static final long USUAL = 20_000_000;
    private static final long LATE = 70_000_000;
    private static final long ADDED = AudioFormat.BLOCK_NANOS + AudioDelay.MARGIN_NANOS;

    private final AudioDelay delay = new AudioDelay();

    private long after(int blocks, long waitNanos) {
        long last = 0;
        for (int i = 0; i < blocks; i++) {
            last = delay.next(waitNanos, 0);
        }
        return last;
    }

    @Test
    void next_evenBlocks_waitsAsLongAsTheyTake() {
        assertThat(after(1_000, USUAL)).isEqualTo(USUAL + ADDED);
    }

    @Test
    void next_oneLateBlock_doesNotMakeAllTheOthersWait() {
        after(100, USUAL);
        assertThat(after(1, LATE)).isEqualTo(USUAL + ADDED);
        assertThat(after(1_000, USUAL)).isEqualTo(USUAL + ADDED);
    }

    @Test
    void next_oneBlockALittleLater_isWaitedFor() {
        after(100, USUAL);
        long later = USUAL + AudioDelay.OUTLIER_NANOS;
        assertThat(after(1, later)).isEqualTo(later + ADDED);
    }

    @Test
    void next_blocksLateAgainAndAgain_waitsForThem() {
        after(100, USUAL);
        after(1, LATE);
        after(AudioDelay.WINDOW_BLOCKS - 50, USUAL);
        assertThat(after(1, LATE)).isEqualTo(LATE + ADDED);
        assertThat(after(100, USUAL)).isEqualTo(LATE + ADDED);
        assertThat(after(2 * AudioDelay.WINDOW_BLOCKS, USUAL)).isEqualTo(USUAL + ADDED);
    }

    @Test
    void next_picturesThatTakeLonger_waitsForThePicture() {
        after(100, USUAL);
        assertThat(delay.next(USUAL, 55_000_000)).isEqualTo(55_000_000);
    }

    @Test
    void next_anOutage_isNotWaitedFor() {
        after(100, USUAL);
        after(2, AudioDelay.OUTAGE_NANOS + 1);
        assertThat(after(1, USUAL)).isEqualTo(USUAL + ADDED);
    }

    @Test
    void next_anythingAtAll_staysWithinTheLongestDelay() {
        assertThat(delay.next(0, 10 * AudioDelay.LONGEST_NANOS)).isEqualTo(AudioDelay.LONGEST_NANOS);
    }
}
