package liveroom.capture.source;

import java.awt.image.BufferedImage;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import liveroom.capture.media.VideoFormat;

/// Turns an RGB image into I420 in BT.709 limited range (ITU-R BT.709-6, section 3). For pictures that are painted
/// once, not for frames.
final class Raster {
    private Raster() {}

    static byte luma(int rgb) {
        double y = 0.2126 * red(rgb) + 0.7152 * green(rgb) + 0.0722 * blue(rgb);
        return (byte) Math.round(16 + 219 * y / 255);
    }

    static byte chromaBlue(int rgb) {
        double y = 0.2126 * red(rgb) + 0.7152 * green(rgb) + 0.0722 * blue(rgb);
        return (byte) Math.round(128 + 224 * (blue(rgb) - y) / 1.8556 / 255);
    }

    static byte chromaRed(int rgb) {
        double y = 0.2126 * red(rgb) + 0.7152 * green(rgb) + 0.0722 * blue(rgb);
        return (byte) Math.round(128 + 224 * (red(rgb) - y) / 1.5748 / 255);
    }

    /// Fills all three planes of `target` from an image of exactly the size of `format`.
    static void write(BufferedImage image, VideoFormat format, MemorySegment target) {
        int width = format.width();
        int height = format.height();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                target.set(ValueLayout.JAVA_BYTE, (long) y * width + x, luma(image.getRGB(x, y)));
            }
        }
        long blue = format.lumaBytes();
        long red = blue + format.chromaBytes();
        for (int y = 0; y < height; y += 2) {
            for (int x = 0; x < width; x += 2) {
                int rgb = average(image, x, y);
                target.set(ValueLayout.JAVA_BYTE, blue++, chromaBlue(rgb));
                target.set(ValueLayout.JAVA_BYTE, red++, chromaRed(rgb));
            }
        }
    }

    private static int average(BufferedImage image, int x, int y) {
        int a = image.getRGB(x, y);
        int b = image.getRGB(x + 1, y);
        int c = image.getRGB(x, y + 1);
        int d = image.getRGB(x + 1, y + 1);
        int red = (red(a) + red(b) + red(c) + red(d) + 2) / 4;
        int green = (green(a) + green(b) + green(c) + green(d) + 2) / 4;
        int blue = (blue(a) + blue(b) + blue(c) + blue(d) + 2) / 4;
        return red << 16 | green << 8 | blue;
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
