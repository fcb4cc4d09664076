package liveroom.capture.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FanOutTest {
    @Test
    void offer_oneSinkThrows_theOthersGetEachFrame() {
        FanOut<AudioFrame> fanOut = new FanOut<>();
        List<AudioFrame> seen = new ArrayList<>();
        fanOut.add(frame -> {
            throw new IllegalStateException("for the test");
        });
        fanOut.add(seen::add);
        FramePool pool = new FramePool(AudioFormat.BLOCK_FRAMES * AudioFormat.BYTES_PER_FRAME, 1);
        try (AudioFrame frame = new AudioFrame(AudioFormat.BLOCK_FRAMES, 0, Objects.requireNonNull(pool.tryLend()))) {
            assertThat(fanOut.offer(frame)).isFalse();
            assertThat(fanOut.offer(frame)).isFalse();
        }
        assertThat(seen).hasSize(2);
    }
}
