package liveroom.capture.source;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import liveroom.capture.media.VideoFormat;

/// Turns an RGB image into I420 in BT.709 limited range (ITU-R BT.709-6, section 3). For pictures that are painted
/// once, not for frames.
final class Raster {
    private static final int BITS = 16;
    private static final int HALF = 1 << (BITS - 1);
    private static final int LUMA_RED = fixed(219 * 0.2126);
    private static final int LUMA_GREEN = fixed(219 * 0.7152);
    private static final int LUMA_BLUE = fixed(219 * 0.0722);
    private static final int CHROMA = fixed(224 * 0.5);
    private static final int BLUE_RED = fixed(-224 * 0.2126 / 1.8556);
    private static final int BLUE_GREEN = -CHROMA - BLUE_RED;
    private static final int RED_BLUE = fixed(-224 * 0.0722 / 1.5748);
    private static final int RED_GREEN = -CHROMA - RED_BLUE;

    private Raster() {}

    static byte luma(int rgb) {
        return (byte) (16 + ((LUMA_RED * red(rgb) + LUMA_GREEN * green(rgb) + LUMA_BLUE * blue(rgb) + HALF) >> BITS));
    }

    static byte chromaBlue(int rgb) {
        return (byte) (128 + ((BLUE_RED * red(rgb) + BLUE_GREEN * green(rgb) + CHROMA * blue(rgb) + HALF) >> BITS));
    }

    static byte chromaRed(int rgb) {
        return (byte) (128 + ((CHROMA * red(rgb) + RED_GREEN * green(rgb) + RED_BLUE * blue(rgb) + HALF) >> BITS));
    }

    private static int fixed(double factor) {
        return (int) Math.round(factor / 255 * (1 << BITS));
    }

    /// Fills all three planes of `target` from an image of exactly the size of `format`, of type `TYPE_INT_RGB`.
    static void write(BufferedImage image, VideoFormat format, MemorySegment target) {
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        int width = format.width();
        byte[] luma = new byte[format.lumaBytes()];
        byte[] chroma = new byte[2 * format.chromaBytes()];
        for (int i = 0; i < luma.length; i++) {
            luma[i] = luma(pixels[i]);
        }
        int to = 0;
        for (int y = 0; y < format.height(); y += 2) {
            for (int x = 0; x < width; x += 2) {
                int rgb = average(pixels, y * width + x, width);
                chroma[to] = chromaBlue(rgb);
                chroma[to + format.chromaBytes()] = chromaRed(rgb);
                to++;
            }
        }
        MemorySegment.copy(luma, 0, target, ValueLayout.JAVA_BYTE, 0, luma.length);
        MemorySegment.copy(chroma, 0, target, ValueLayout.JAVA_BYTE, luma.length, chroma.length);
    }

    private static int average(int[] pixels, int at, int width) {
        int a = pixels[at];
        int b = pixels[at + 1];
        int c = pixels[at + width];
        int d = pixels[at + width + 1];
        int red = (red(a) + red(b) + red(c) + red(d) + 2) / 4;
        int green = (green(a) + green(b) + green(c) + green(d) + 2) / 4;
        int blue = (blue(a) + blue(b) + blue(c) + blue(d) + 2) / 4;
        return (red << 16) | (green << 8) | blue;
    }

    private static int red(int rgb) {
        return rgb >> 16 & 0xff;
    }

    private static int green(int rgb) {
        return rgb >> 8 & 0xff;
    }

    private static int blue(int rgb) {
        return rgb & 0xff;
    }
}
