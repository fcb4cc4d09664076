package liveroom.capture.media;

import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicInteger;

/// Off-heap memory lent by a [FramePool], with counted references: one to the borrower at first, back to the pool
/// when the last is released. Free-threaded; what the memory holds is guarded by its owners.
public final class FrameBuffer {
    private final MemorySegment memory;
    private final FramePool pool;
    private final AtomicInteger references = new AtomicInteger();

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
