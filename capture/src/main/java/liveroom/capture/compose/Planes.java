package liveroom.capture.compose;

import java.lang.foreign.MemorySegment;
import liveroom.capture.media.VideoFormat;

/// Three planes somewhere in native memory, or a part of them, as rows that may run upwards. Its
/// owner sets it anew for each picture.
final class Planes {
    private final long[] starts = new long[3];
    private final int[] strides = new int[3];
    private MemorySegment memory = MemorySegment.NULL;
    private int width;
    private int height;

    /// A part of an I420 picture. All four numbers are even.
    void part(MemorySegment picture, VideoFormat format, int x, int y) {
        memory = picture;
        strides[0] = format.width();
        strides[1] = format.width() / 2;
        strides[2] = format.width() / 2;
        starts[0] = (long) y * format.width() + x;
        starts[1] = format.lumaBytes() + (long) (y / 2) * strides[1] + x / 2;
        starts[2] = starts[1] + format.chromaBytes();
    }

    /// Rows with room behind them, for code that writes a little more than it is asked to.
    void roomy(MemorySegment scratch, int luma, int height) {
        memory = scratch;
        strides[0] = luma;
        strides[1] = luma / 2;
        strides[2] = luma / 2;
        starts[0] = 0;
        starts[1] = (long) luma * height;
        starts[2] = starts[1] + (long) luma / 2 * height / 2;
    }

    void size(int newWidth, int newHeight) {
        width = newWidth;
        height = newHeight;
    }

    /// The last row becomes the first.
    void turnUpsideDown() {
        for (int plane = 0; plane < 3; plane++) {
            int rows = plane == 0 ? height : height / 2;
            starts[plane] += (long) (rows - 1) * strides[plane];
            strides[plane] = -strides[plane];
        }
    }

    MemorySegment memory() {
        return memory;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    long start(int plane) {
        return starts[plane];
    }

    int stride(int plane) {
        return strides[plane];
    }

    long row(int plane, int y) {
        return starts[plane] + (long) y * strides[plane];
    }
}
