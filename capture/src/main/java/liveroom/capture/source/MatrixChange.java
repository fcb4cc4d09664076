package liveroom.capture.source;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import liveroom.capture.media.VideoFormat;

/// Turns an I420 picture from BT.601 to BT.709, both in limited range, in place. Cameras speak BT.601; swscale would
/// take the detour through RGB, at many times the cost.
///
/// The factors follow from the two matrices (ITU-R BT.601-7, section 2.5.1; ITU-R BT.709-6, section 3.2). Confined to
/// one thread.
final class MatrixChange {
    private static final int BITS = 14;
    private static final int HALF = 1 << (BITS - 1);
    private static final int LUMA_BY_BLUE = fixed(-0.115550);
    private static final int LUMA_BY_RED = fixed(-0.207938);
    private static final int BLUE_BY_BLUE = fixed(1.018640);
    private static final int BLUE_BY_RED = fixed(0.114618);
    private static final int RED_BY_BLUE = fixed(0.075049);
    private static final int RED_BY_RED = fixed(1.025327);

    private final VideoFormat format;
    private final byte[] upper;
    private final byte[] lower;
    private final byte[] blue;
    private final byte[] red;

    MatrixChange(VideoFormat format) {
        this.format = format;
        upper = new byte[format.width()];
        lower = new byte[format.width()];
        blue = new byte[format.width() / 2];
        red = new byte[format.width() / 2];
    }

    private static int fixed(double factor) {
        return (int) Math.round(factor * (1 << BITS));
    }

    /// @param part of the picture to change
    void toBt709(MemorySegment picture, Fit part) {
        int half = format.width() / 2;
        long bluePlane = format.lumaBytes();
        long redPlane = bluePlane + format.chromaBytes();
        int columns = part.width() / 2;
        for (int row = part.y() / 2; row < (part.y() + part.height()) / 2; row++) {
            long luma = (long) row * 2 * format.width() + part.x();
            long chroma = (long) row * half + part.x() / 2;
            load(picture, luma, upper, 2 * columns);
            load(picture, luma + format.width(), lower, 2 * columns);
            load(picture, bluePlane + chroma, blue, columns);
            load(picture, redPlane + chroma, red, columns);
            change(columns);
            store(picture, luma, upper, 2 * columns);
            store(picture, luma + format.width(), lower, 2 * columns);
            store(picture, bluePlane + chroma, blue, columns);
            store(picture, redPlane + chroma, red, columns);
        }
    }

    private void change(int columns) {
        for (int i = 0; i < columns; i++) {
            int u = (blue[i] & 0xff) - 128;
            int v = (red[i] & 0xff) - 128;
            int shift = (LUMA_BY_BLUE * u + LUMA_BY_RED * v + HALF) >> BITS;
            upper[2 * i] = clamped((upper[2 * i] & 0xff) + shift);
            upper[2 * i + 1] = clamped((upper[2 * i + 1] & 0xff) + shift);
            lower[2 * i] = clamped((lower[2 * i] & 0xff) + shift);
            lower[2 * i + 1] = clamped((lower[2 * i + 1] & 0xff) + shift);
            blue[i] = clamped(128 + ((BLUE_BY_BLUE * u + BLUE_BY_RED * v + HALF) >> BITS));
            red[i] = clamped(128 + ((RED_BY_BLUE * u + RED_BY_RED * v + HALF) >> BITS));
        }
    }

    private static byte clamped(int value) {
        return (byte) Math.min(255, Math.max(0, value));
    }

    private static void load(MemorySegment picture, long from, byte[] row, int count) {
        MemorySegment.copy(picture, ValueLayout.JAVA_BYTE, from, row, 0, count);
    }

    private static void store(MemorySegment picture, long to, byte[] row, int count) {
        MemorySegment.copy(row, 0, picture, ValueLayout.JAVA_BYTE, to, count);
    }
}
