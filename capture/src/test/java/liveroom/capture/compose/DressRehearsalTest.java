package liveroom.capture.compose;

import static org.assertj.core.api.Assertions.assertThat;

import liveroom.capture.media.FramePool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DressRehearsalTest {
    private final int lentBefore = FramePool.lentByAll();

    @AfterEach
    void nothingStaysLent() {
        assertThat(FramePool.lentByAll()).isEqualTo(lentBefore);
        assertThat(Thread.interrupted()).as("the thread's own interruption").isFalse();
    }

    @Test
    void rehearse_leftAlone_composesAllOfIt() {
        assertThat(new DressRehearsal().rehearse()).isTrue();
    }

    @Test
    void rehearse_interrupted_endsEarly() {
        Thread.currentThread().interrupt();

        boolean whole = new DressRehearsal().rehearse();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(whole).isFalse();
    }
}
