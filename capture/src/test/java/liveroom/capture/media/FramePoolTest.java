package liveroom.capture.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class FramePoolTest {
    private static final VideoFormat FORMAT = new VideoFormat(16, 16);

    private final FramePool pool = new FramePool(64, 2);

    @Test
    void tryLend_allLent_returnsNullUntilOneComesBack() {
        FrameBuffer first = Objects.requireNonNull(pool.tryLend());
        FrameBuffer second = Objects.requireNonNull(pool.tryLend());

        assertThat(pool.tryLend()).isNull();

        first.release();
        assertThat(pool.tryLend()).isSameAs(first);
        first.release();
        second.release();
        assertThat(pool.lent()).isZero();
    }

    @Test
    void release_retainedTwice_comesBackWithTheLastReference() {
        FrameBuffer buffer = Objects.requireNonNull(pool.tryLend());
        buffer.retain();

        buffer.release();
        assertThat(pool.lent()).isOne();

        buffer.release();
        assertThat(pool.lent()).isZero();
    }

    @Test
    void use_afterRelease_isLoud() {
        FrameBuffer buffer = Objects.requireNonNull(pool.tryLend());
        buffer.release();

        assertThatThrownBy(buffer::retain).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(buffer::release).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void picture_memoryLentAgain_isTheSameFrameWithItsNewTimes() {
        FramePool frames = new FramePool(FORMAT.bytes(), 1);
        VideoFrame first = Objects.requireNonNull(frames.tryLend()).picture(FORMAT, 20, 10);
        first.close();

        try (VideoFrame second = Objects.requireNonNull(frames.tryLend()).picture(FORMAT, 40, 30)) {
            assertThat(second).isSameAs(first);
            assertThat(second.ptsNanos()).isEqualTo(40);
            assertThat(second.capturedNanos()).isEqualTo(30);
        }
        assertThat(frames.lent()).isZero();
    }

    @Test
    void picture_heldByAnother_isRefusedAndKeepsItsTimes() {
        FramePool frames = new FramePool(FORMAT.bytes(), 1);
        FrameBuffer buffer = Objects.requireNonNull(frames.tryLend());
        try (VideoFrame shown = buffer.picture(FORMAT, 20, 10);
                VideoFrame again = shown.retain().at(50)) {
            assertThatThrownBy(() -> buffer.picture(FORMAT, 40, 30)).isInstanceOf(IllegalStateException.class);

            assertThat(shown.ptsNanos()).isEqualTo(20);
            assertThat(again.ptsNanos()).isEqualTo(50);
        }
        assertThat(frames.lent()).isZero();
    }

    /// A producer, a consumer and a closer meet in every order; whatever the order, nothing stays lent.
    @Test
    void latestFrame_closedWhileOffered_leaksNothing() throws InterruptedException {
        FramePool frames = new FramePool(FORMAT.bytes(), 8);
        for (int round = 0; round < 2_000; round++) {
            LatestFrame mailbox = new LatestFrame();
            var ready = new CountDownLatch(1);
            var failure = new AtomicReference<Throwable>();
            Thread producer = start(ready, failure, () -> {
                for (int i = 0; i < 5; i++) {
                    offer(frames, mailbox);
                }
            });
            Thread consumer = start(ready, failure, () -> {
                for (int i = 0; i < 5; i++) {
                    VideoFrame taken = mailbox.poll();
                    if (taken != null) {
                        taken.close();
                    }
                }
            });
            ready.countDown();
            mailbox.close();
            producer.join();
            consumer.join();
            mailbox.close();
            assertThat(failure.get()).isNull();
            assertThat(frames.lent()).isZero();
        }
    }

    @Test
    void frameQueue_full_keepsTheOldestAndCounts() {
        FramePool frames = new FramePool(FORMAT.bytes(), 8);
        AtomicInteger taken = new AtomicInteger();
        try (FrameQueue<VideoFrame> queue = new FrameQueue<>(2)) {
            for (int i = 0; i < 3; i++) {
                if (offer(frames, queue)) {
                    taken.incrementAndGet();
                }
            }
            assertThat(taken).hasValue(2);
            assertThat(queue.refusedFrames()).isOne();
            assertThat(queue.size()).isEqualTo(2);
        }
        assertThat(frames.lent()).isZero();
    }

    private static boolean offer(FramePool frames, FrameSink<VideoFrame> sink) {
        FrameBuffer buffer = frames.tryLend();
        if (buffer == null) {
            return false;
        }
        try (VideoFrame frame = new VideoFrame(FORMAT, 0, buffer)) {
            return sink.offer(frame);
        }
    }

    private static Thread start(CountDownLatch ready, AtomicReference<Throwable> failure, Runnable work) {
        return Thread.ofPlatform().start(() -> {
            try {
                ready.await();
                work.run();
            } catch (Throwable t) {
                failure.set(t);
            }
        });
    }
}
