package liveroom.capture.media;

import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Off-heap memory lent by a [FramePool], with counted references: one to the borrower at first, back to the pool
/// when the last is released. Free-threaded; what the memory holds is guarded by its owners.
public final class FrameBuffer {
    private final MemorySegment memory;
    private final FramePool pool;
    private final AtomicInteger references = new AtomicInteger();
    private @Nullable VideoFrame picture;

    FrameBuffer(MemorySegment memory, FramePool pool) {
        this.memory = memory;
        this.pool = pool;
    }

    public MemorySegment memory() {
        return memory;
    }

    public long capacity() {
        return memory.byteSize();
    }

    /// What the borrower makes of this memory: a frame without bars, which takes over the borrower's
    /// reference. It is the same object each time that the memory is lent, so that pictures cost no heap.
    ///
    /// @throws IllegalStateException if others hold the memory already: a frame's times do not change
    ///     while it is looked at
    public VideoFrame picture(VideoFormat format, long ptsNanos, long capturedNanos) {
        if (references.get() != 1) {
            throw new IllegalStateException("made a picture while others hold it");
        }
        VideoFrame known = picture;
        if (known != null && known.format().equals(format)) {
            known.stamp(ptsNanos, capturedNanos);
            return known;
        }
        VideoFrame made = new VideoFrame(format, ptsNanos, capturedNanos, this);
        picture = made;
        return made;
    }

    public void retain() {
        if (references.getAndUpdate(n -> n > 0 ? n + 1 : n) == 0) {
            throw new IllegalStateException("retained after release");
        }
    }

    public void release() {
        int left = references.decrementAndGet();
        if (left < 0) {
            throw new IllegalStateException("released twice");
        }
        if (left == 0) {
            pool.takeBack(this);
        }
    }

    void lend() {
        if (!references.compareAndSet(0, 1)) {
            throw new IllegalStateException("lent while in use");
        }
    }
}
