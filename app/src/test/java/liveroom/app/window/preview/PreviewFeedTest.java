package liveroom.app.window.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import liveroom.capture.media.FrameBuffer;
import liveroom.capture.media.FramePool;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.media.VideoFrame;
import org.junit.jupiter.api.Test;

class PreviewFeedTest {
    private static final VideoFormat FORMAT = new VideoFormat(320, 180);

    private final FramePool pool = new FramePool(FORMAT.bytes(), 4);

    private void offer(PreviewFeed feed) {
        FrameBuffer buffer = pool.tryLend();
        if (buffer != null) {
            buffer.memory().fill((byte) 128);
            try (VideoFrame frame = new VideoFrame(FORMAT, 0, buffer)) {
                assertThat(feed.offer(frame)).isTrue();
            }
        }
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Test
    void offer_shown_makesAPictureOfTheShownSizeAndReturnsTheFrame() {
        PreviewFeed feed = new PreviewFeed();
        feed.resize(200, 112);
        feed.start();
        offer(feed);
        await(() -> feed.convertedPictures() == 1);
        assertThat(feed.takeNewest()).isNotNull().satisfies(picture -> {
            assertThat(picture.width()).isEqualTo(200);
            assertThat(picture.height()).isEqualTo(112);
        });
        feed.close();
        assertThat(pool.lent()).isZero();
    }

    @Test
    void offer_hidden_costsNothing() {
        PreviewFeed feed = new PreviewFeed();
        feed.resize(200, 112);
        feed.display(PreviewFeed.Display.HIDDEN);
        feed.start();
        offer(feed);
        assertThat(pool.lent()).isZero();
        feed.display(PreviewFeed.Display.SHOWN);
        offer(feed);
        await(() -> feed.convertedPictures() == 1);
        feed.close();
        assertThat(pool.lent()).isZero();
    }

    @Test
    void close_whileFramesCome_leavesNothingLent() {
        PreviewFeed feed = new PreviewFeed();
        feed.start();
        for (int i = 0; i < 20; i++) {
            offer(feed);
        }
        feed.close();
        assertThat(pool.lent()).isZero();
    }
}
