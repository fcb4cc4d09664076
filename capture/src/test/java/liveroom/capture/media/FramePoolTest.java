package liveroom.capture.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class FramePoolTest {
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

    /// A producer, a consumer and a closer meet in every order; whatever the order, nothing stays lent.
    @Test
    void latestFrame_closedWhileOffered_leaksNothing() throws InterruptedException {
        FramePool frames = new FramePool(new VideoFormat(16, 16).bytes(), 8);
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
        FramePool frames = new FramePool(new VideoFormat(16, 16).bytes(), 8);
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
        try (VideoFrame frame = new VideoFrame(new VideoFormat(16, 16), 0, buffer)) {
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
