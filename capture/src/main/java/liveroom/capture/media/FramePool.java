package liveroom.capture.media;

import java.lang.foreign.Arena;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Lends off-heap buffers of one size. Grows on demand up to a limit, never shrinks; memory is freed when the pool and
/// all that it lent are unreachable, so a late `close` of a frame is never an access to freed memory. Free-threaded.
public final class FramePool {
    private static final AtomicInteger LENT_BY_ALL = new AtomicInteger();

    private final long bytes;
    private final int limit;
    private final Arena arena = Arena.ofAuto();
    private final ArrayBlockingQueue<FrameBuffer> idle;
    private final AtomicInteger created = new AtomicInteger();
    private final AtomicInteger lent = new AtomicInteger();

    /// @param bytes size of each buffer
    /// @param limit most buffers there will ever be
    public FramePool(long bytes, int limit) {
        this.bytes = bytes;
        this.limit = limit;
        this.idle = new ArrayBlockingQueue<>(limit);
    }

    /// Lends a buffer with unspecified contents and one reference, or returns `null` if all are lent: the caller drops
    /// its frame and counts it.
    public @Nullable FrameBuffer tryLend() {
        FrameBuffer buffer = idle.poll();
        if (buffer == null) {
            if (created.getAndUpdate(n -> n < limit ? n + 1 : n) >= limit) {
                return null;
            }
            buffer = new FrameBuffer(arena.allocate(bytes, 64), this);
        }
        buffer.lend();
        lent.incrementAndGet();
        LENT_BY_ALL.incrementAndGet();
        return buffer;
    }

    public long bufferBytes() {
        return bytes;
    }

    /// Buffers that are lent at this moment.
    public int lent() {
        return lent.get();
    }

    /// Buffers lent by every pool of this process. A pipeline test ends by asserting that it is zero.
    public static int lentByAll() {
        return LENT_BY_ALL.get();
    }

    void takeBack(FrameBuffer buffer) {
        lent.decrementAndGet();
        LENT_BY_ALL.decrementAndGet();
        idle.add(buffer);
    }
}
