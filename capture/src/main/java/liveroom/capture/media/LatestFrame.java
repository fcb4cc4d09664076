package liveroom.capture.media;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// Single-slot mailbox: one producer, one consumer, lock-free, the newest picture wins.
public final class LatestFrame implements FrameSink<VideoFrame>, AutoCloseable {
    private final AtomicReference<@Nullable VideoFrame> slot = new AtomicReference<>();
    private final LongAdder replaced = new LongAdder();
    private volatile boolean closed;

    @Override
    public boolean offer(VideoFrame frame) {
        if (closed) {
            return false;
        }
        VideoFrame stale = slot.getAndSet(frame.retain());
        if (stale != null) {
            stale.close();
            replaced.increment();
        }
        if (closed) {
            drain();
        }
        return true;
    }

    /// Takes the newest frame, or `null` if none arrived since the last call. The caller must close it.
    public @Nullable VideoFrame poll() {
        return slot.getAndSet(null);
    }

    /// Frames that were replaced by a newer one before anyone took them.
    public long replacedFrames() {
        return replaced.sum();
    }

    /// Releases what is left; frames offered later are refused. Callable from any thread.
    @Override
    public void close() {
        closed = true;
        drain();
    }

    private void drain() {
        VideoFrame last = poll();
        if (last != null) {
            last.close();
        }
    }
}
