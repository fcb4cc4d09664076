package liveroom.app.window.preview;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.IntBuffer;
import liveroom.capture.media.VideoFormat;
import org.jspecify.annotations.Nullable;

/// Turns an I420 picture (BT.709, limited range) into opaque ARGB at the size it is shown: bilinear in luma, nearest
/// in chroma, which at the size of a preview nobody can tell from better. Works row by row in arrays of its own, so it
/// allocates when the sizes change and never else.
///
/// Confined to the `preview` thread.
final class PictureScaler {
    private static final int FRACTION_BITS = 8;
    private static final int ONE = 1 << FRACTION_BITS;
    private static final int OPAQUE = 0xFF00_0000;

    private @Nullable VideoFormat source;
    private int width;
    private int height;

    private byte[] above = new byte[0];
    private byte[] below = new byte[0];
    private byte[] blueRow = new byte[0];
    private byte[] redRow = new byte[0];
    private int[] blended = new int[0];
    private int[] shown = new int[0];
    private int[] column = new int[0];
    private int[] columnFraction = new int[0];

    /// Fills `target`, which holds `targetWidth` times `targetHeight` pixels.
    void scale(VideoFormat format, MemorySegment pixels, IntBuffer target, int targetWidth, int targetHeight) {
        prepare(format, targetWidth, targetHeight);
        int chromaWidth = format.width() / 2;
        long blueStart = format.lumaBytes();
        long redStart = blueStart + format.chromaBytes();
        for (int y = 0; y < height; y++) {
            long at = position(y, format.height(), height);
            int row = (int) (at >> FRACTION_BITS);
            int fraction = (int) at & (ONE - 1);
            int next = Math.min(row + 1, format.height() - 1);
            int chromaRow = Math.min((row + (fraction >= ONE / 2 ? 1 : 0)) / 2, format.height() / 2 - 1);
            copy(pixels, (long) row * format.width(), above, format.width());
            copy(pixels, (long) next * format.width(), below, format.width());
            copy(pixels, blueStart + (long) chromaRow * chromaWidth, blueRow, chromaWidth);
            copy(pixels, redStart + (long) chromaRow * chromaWidth, redRow, chromaWidth);
            blend(above, below, fraction, blended);
            paint();
            target.put(y * width, shown, 0, width);
        }
    }

    private void prepare(VideoFormat format, int targetWidth, int targetHeight) {
        if (format.equals(source) && targetWidth == width && targetHeight == height) {
            return;
        }
        source = format;
        width = targetWidth;
        height = targetHeight;
        above = new byte[format.width()];
        below = new byte[format.width()];
        blueRow = new byte[format.width() / 2];
        redRow = new byte[format.width() / 2];
        blended = new int[format.width() + 1];
        shown = new int[width];
        column = new int[width];
        columnFraction = new int[width];
        for (int x = 0; x < width; x++) {
            long at = position(x, format.width(), width);
            column[x] = (int) (at >> FRACTION_BITS);
            columnFraction[x] = (int) at & (ONE - 1);
        }
    }

    /// Where the middle of target pixel `index` lies among the source's pixels, in fractions of [#ONE].
    private static long position(int index, int sourceSize, int targetSize) {
        long middle = ((2L * index + 1) * sourceSize * ONE / targetSize - ONE) / 2;
        return Math.clamp(middle, 0, (long) (sourceSize - 1) * ONE);
    }

    private static void copy(MemorySegment from, long offset, byte[] to, int bytes) {
        MemorySegment.copy(from, ValueLayout.JAVA_BYTE, offset, to, 0, bytes);
    }

    private static void blend(byte[] above, byte[] below, int fraction, int[] blended) {
        int rest = ONE - fraction;
        int length = above.length;
        for (int x = 0; x < length; x++) {
            blended[x] = (above[x] & 0xFF) * rest + (below[x] & 0xFF) * fraction;
        }
        blended[length] = blended[length - 1];
    }

    private void paint() {
        int[] luma = blended;
        int[] columns = column;
        int[] fractions = columnFraction;
        int[] out = shown;
        byte[] blues = blueRow;
        byte[] reds = redRow;
        for (int x = 0; x < out.length; x++) {
            int at = columns[x];
            int fraction = fractions[x];
            int light = (luma[at] * (ONE - fraction) + luma[at + 1] * fraction) >> (2 * FRACTION_BITS);
            int blue = (blues[at >> 1] & 0xFF) - 128;
            int red = (reds[at >> 1] & 0xFF) - 128;
            int base = 298 * (light - 16) + 128;
            int r = (base + 459 * red) >> 8;
            int g = (base - 55 * blue - 136 * red) >> 8;
            int b = (base + 541 * blue) >> 8;
            out[x] = OPAQUE | (within(r) << 16) | (within(g) << 8) | within(b);
        }
    }

    private static int within(int value) {
        return Math.max(0, Math.min(255, value));
    }
}
