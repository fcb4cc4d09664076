package liveroom.capture.compose;

import liveroom.capture.graphics.Painting;

/// Turns one painting into an overlay whose corner is at an even place, so that its chroma falls on
/// the picture's. A chroma sample takes its own column twice and each neighbour once, of two rows.
final class OverlayConversion {
    private static final int TAP_BITS = 3;
    private static final int TAP_HALF = 1 << (TAP_BITS - 1);
    private static final int OPAQUE = 255;

    private final int[] pixels;
    private final int width;
    private final int height;
    private final int x;
    private final int y;
    private final Beyond beyond;

    /// What is to the left of the first column.
    private enum Beyond {
        NOTHING,
        /// The picture ends there, and goes on beyond as it is at its edge.
        EDGE,
        /// The last column: the painting runs around.
        ITSELF
    }

    OverlayConversion(Painting painting) {
        boolean runs = painting.run().moves() || painting.run().windowWidth() > 0;
        int left = runs ? 0 : painting.x() & 1;
        int top = painting.y() & 1;
        x = runs ? painting.x() & ~1 : painting.x() - left;
        y = painting.y() - top;
        width = Math.max(2, runs ? painting.width() & ~1 : (painting.width() + left + 1) & ~1);
        height = (painting.height() + top + 1) & ~1;
        beyond = runs ? Beyond.ITSELF : x <= 0 ? Beyond.EDGE : Beyond.NOTHING;
        pixels = new int[width * height];
        int count = Math.min(painting.width(), width - left);
        for (int row = 0; row < painting.height(); row++) {
            System.arraycopy(painting.argb(), row * painting.width(), pixels, (row + top) * width + left, count);
        }
    }

    int x() {
        return x;
    }

    int y() {
        return y;
    }

    Overlay convert() {
        Overlay overlay = new Overlay(width, height);
        for (int i = 0; i < pixels.length; i++) {
            int pixel = bounded(pixels[i]);
            pixels[i] = pixel;
            if (pixel != 0) {
                int alpha = pixel >>> 24;
                overlay.lumaMask.inverse[i] = (byte) (OPAQUE - alpha);
                overlay.luma[i] = (byte) Bt709.luma(alpha, (pixel >> 16) & 0xff, (pixel >> 8) & 0xff, pixel & 0xff, 0);
            }
        }
        for (int row = 0; row < height / 2; row++) {
            for (int column = 0; column < width / 2; column++) {
                chroma(overlay, row, column);
            }
        }
        overlay.classify();
        return overlay;
    }

    /// A colour that is stronger than its alpha was not multiplied by it.
    private static int bounded(int pixel) {
        int alpha = pixel >>> 24;
        if (alpha == OPAQUE) {
            return pixel;
        }
        int red = Math.min(alpha, (pixel >> 16) & 0xff);
        int green = Math.min(alpha, (pixel >> 8) & 0xff);
        int blue = Math.min(alpha, pixel & 0xff);
        return (alpha << 24) | (red << 16) | (green << 8) | blue;
    }

    private void chroma(Overlay overlay, int row, int column) {
        int upper = 2 * row * width + 2 * column;
        int lower = upper + width;
        int a = column > 0 ? pixels[upper - 1] : before(upper);
        int b = column > 0 ? pixels[lower - 1] : before(lower);
        int c = pixels[upper];
        int d = pixels[lower];
        int e = pixels[upper + 1];
        int f = pixels[lower + 1];
        if ((a | b | c | d | e | f) == 0) {
            return;
        }
        int alpha = (a >>> 24) + (b >>> 24) + 2 * ((c >>> 24) + (d >>> 24)) + (e >>> 24) + (f >>> 24);
        int red = byteSum(a >> 16, b >> 16, c >> 16, d >> 16) + byteSum(e >> 16, f >> 16);
        int green = byteSum(a >> 8, b >> 8, c >> 8, d >> 8) + byteSum(e >> 8, f >> 8);
        int blue = byteSum(a, b, c, d) + byteSum(e, f);
        int at = row * width / 2 + column;
        overlay.chromaMask.inverse[at] = (byte) (OPAQUE - ((alpha + TAP_HALF) >> TAP_BITS));
        overlay.blue[at] = (byte) Bt709.chromaBlue(alpha, red, green, blue, TAP_BITS);
        overlay.red[at] = (byte) Bt709.chromaRed(alpha, red, green, blue, TAP_BITS);
    }

    /// The pixel to the left of the first one of a row.
    private int before(int first) {
        return switch (beyond) {
            case NOTHING -> 0;
            case EDGE -> pixels[first];
            case ITSELF -> pixels[first + width - 1];
        };
    }

    private static int byteSum(int left, int alsoLeft, int middle, int alsoMiddle) {
        return (left & 0xff) + (alsoLeft & 0xff) + 2 * ((middle & 0xff) + (alsoMiddle & 0xff));
    }

    private static int byteSum(int right, int alsoRight) {
        return (right & 0xff) + (alsoRight & 0xff);
    }
}
