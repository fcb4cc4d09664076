package liveroom.capture.media;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// Bounded hand-off in order, from one producer to one consumer. When it is full the new frame is refused and counted:
/// the oldest are kept, because sound and encoded pictures are of use only in sequence.
public final class FrameQueue<F extends MediaFrame> implements FrameSink<F>, AutoCloseable {
    private final ArrayBlockingQueue<F> frames;
    private final LongAdder refused = new LongAdder();
    private volatile boolean closed;

    public FrameQueue(int capacity) {
        frames = new ArrayBlockingQueue<>(capacity);
    }

    @Override
    public boolean offer(F frame) {
        frame.retain();
        if (closed || !frames.offer(frame)) {
            frame.close();
            refused.increment();
            return false;
        }
        if (closed) {
            drain();
        }
        return true;
    }

    /// Waits for the next frame at most for `patience`; `null` if none came. The caller must close it.
    public @Nullable F take(Duration patience) throws InterruptedException {
        return frames.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    public @Nullable F poll() {
        return frames.poll();
    }

    public int size() {
        return frames.size();
    }

    public long refusedFrames() {
        return refused.sum();
    }

    /// Releases what is left; frames offered later are refused. Callable from any thread.
    @Override
    public void close() {
        closed = true;
        drain();
    }

    private void drain() {
        F frame = poll();
        while (frame != null) {
            frame.close();
            frame = poll();
        }
    }
}
