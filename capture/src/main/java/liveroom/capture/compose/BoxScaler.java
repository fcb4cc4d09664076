package liveroom.capture.compose;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BILINEAR;
import static org.bytedeco.ffmpeg.global.swscale.sws_alloc_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_init_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/// Scales a part of an I420 picture by FFmpeg's swscale into memory of its own, chroma sited left
/// before and after. Allocates when a size changes and never else. Confined to one thread, which
/// also closes it.
final class BoxScaler implements AutoCloseable {
    private static final int PLANES = 3;
    /// Vector code may write this much behind the end of a row.
    private static final int SPARE_BYTES = 128;
    private static final int SITED_LEFT = 0;
    private static final int SITED_BETWEEN_ROWS = 128;

    private final LongPointer from = new LongPointer(4);
    private final LongPointer to = new LongPointer(4);
    private final PointerPointer<?> fromPlanes = new PointerPointer<>(from);
    private final PointerPointer<?> toPlanes = new PointerPointer<>(to);
    private final IntPointer fromStrides = new IntPointer(4);
    private final IntPointer toStrides = new IntPointer(4);
    private final Planes target = new Planes();
    private MemorySegment scratch = MemorySegment.NULL;
    private @Nullable SwsContext scaler;
    private int sourceWidth;
    private int sourceHeight;

    /// Returns the scaled picture, valid until the next call; `null` if swscale cannot do it.
    @Nullable
    Planes scale(Planes source, int width, int height) {
        SwsContext ready = ready(source, width, height);
        if (ready == null) {
            return null;
        }
        for (int plane = 0; plane < PLANES; plane++) {
            from.put(plane, source.memory().address() + source.start(plane));
            fromStrides.put(plane, source.stride(plane));
            to.put(plane, scratch.address() + target.start(plane));
            toStrides.put(plane, target.stride(plane));
        }
        int rows = sws_scale(ready, fromPlanes, fromStrides, 0, source.height(), toPlanes, toStrides);
        return rows < 0 ? null : target;
    }

    private @Nullable SwsContext ready(Planes source, int width, int height) {
        SwsContext known = scaler;
        boolean same = sourceWidth == source.width()
                && sourceHeight == source.height()
                && target.width() == width
                && target.height() == height;
        if (known != null && same) {
            return known;
        }
        free();
        sourceWidth = source.width();
        sourceHeight = source.height();
        target.size(width, height);
        prepareScratch(width, height);
        SwsContext made = sws_alloc_context()
                .src_w(sourceWidth)
                .src_h(sourceHeight)
                .src_format(AV_PIX_FMT_YUV420P)
                .src_h_chr_pos(SITED_LEFT)
                .src_v_chr_pos(SITED_BETWEEN_ROWS)
                .dst_w(width)
                .dst_h(height)
                .dst_format(AV_PIX_FMT_YUV420P)
                .dst_h_chr_pos(SITED_LEFT)
                .dst_v_chr_pos(SITED_BETWEEN_ROWS)
                .flags(SWS_BILINEAR | SWS_ACCURATE_RND);
        if (sws_init_context(made, null, null) < 0) {
            sws_freeContext(made);
            return null;
        }
        scaler = made;
        return made;
    }

    private void prepareScratch(int width, int height) {
        int stride = (width + 63) / 64 * 64 + 2 * SPARE_BYTES;
        long bytes = (long) stride * height * 3 / 2 + SPARE_BYTES;
        if (scratch.byteSize() < bytes) {
            scratch = Arena.ofAuto().allocate(bytes, 64);
        }
        target.roomy(scratch, stride, height);
    }

    private void free() {
        SwsContext old = scaler;
        scaler = null;
        if (old != null) {
            sws_freeContext(old);
        }
    }

    @Override
    public void close() {
        free();
        fromPlanes.close();
        toPlanes.close();
        from.close();
        to.close();
        fromStrides.close();
        toStrides.close();
    }
}
