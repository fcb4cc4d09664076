package liveroom.capture.source;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import liveroom.capture.media.VideoFormat;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/// Tells swscale where in an I420 picture to write. Its vector code may write a little past the end of a row, so rows
/// whose length is not a multiple of its vectors go through memory with room to spare. Confined to one thread.
final class PlaneTarget implements AutoCloseable {
    private static final int VECTOR_BYTES = 32;
    private static final int PLANES = 3;

    private final VideoFormat format;
    private final LongPointer addresses = new LongPointer(4);
    private final PointerPointer<?> planes = new PointerPointer<>(addresses);
    private final IntPointer strides = new IntPointer(4);
    private final Arena arena = Arena.ofShared();
    private @Nullable MemorySegment spare;

    PlaneTarget(VideoFormat format) {
        this.format = format;
    }

    PointerPointer<?> planes() {
        return planes;
    }

    IntPointer strides() {
        return strides;
    }

    /// To be called before scaling into the part `fit` of `picture`.
    void aim(MemorySegment picture, Fit fit) {
        boolean direct = fit.width() / 2 % VECTOR_BYTES == 0;
        MemorySegment into = direct ? picture : spare();
        for (int plane = 0; plane < PLANES; plane++) {
            long start = direct ? start(plane, fit) : spareStart(plane);
            addresses.put(plane, into.address() + start);
            strides.put(plane, direct ? stride(plane) : spareStride(plane));
        }
        addresses.put(PLANES, 0);
        strides.put(PLANES, 0);
    }

    /// To be called after scaling.
    void land(MemorySegment picture, Fit fit) {
        if (fit.width() / 2 % VECTOR_BYTES == 0) {
            return;
        }
        MemorySegment from = spare();
        for (int plane = 0; plane < PLANES; plane++) {
            int width = plane == 0 ? fit.width() : fit.width() / 2;
            int height = plane == 0 ? fit.height() : fit.height() / 2;
            for (int row = 0; row < height; row++) {
                long source = spareStart(plane) + (long) row * spareStride(plane);
                MemorySegment.copy(from, source, picture, start(plane, fit) + (long) row * stride(plane), width);
            }
        }
    }

    private int stride(int plane) {
        return plane == 0 ? format.width() : format.width() / 2;
    }

    private long start(int plane, Fit fit) {
        if (plane == 0) {
            return (long) fit.y() * format.width() + fit.x();
        }
        long before = format.lumaBytes() + (plane == 1 ? 0L : format.chromaBytes());
        return before + (long) (fit.y() / 2) * stride(plane) + fit.x() / 2;
    }

    private int spareStride(int plane) {
        return stride(plane) + 2 * VECTOR_BYTES;
    }

    private long spareStart(int plane) {
        long luma = (long) spareStride(0) * format.height();
        long chroma = (long) spareStride(1) * format.height() / 2;
        return plane == 0 ? 0 : luma + (plane - 1) * chroma;
    }

    private MemorySegment spare() {
        MemorySegment memory = spare;
        if (memory == null) {
            memory = arena.allocate(spareStart(PLANES) + 4 * VECTOR_BYTES, 64);
            spare = memory;
        }
        return memory;
    }

    @Override
    public void close() {
        planes.close();
        addresses.close();
        strides.close();
        arena.close();
    }
}
