package liveroom.capture.compose;

import java.util.Arrays;

/// An overlay made smaller, for the moments in which a layer grows or shrinks: bilinear, which is
/// right for overlays since they are multiplied by their alpha. It has memory of its own for the
/// largest size.
final class ScaledOverlay {
    private static final int BITS = 8;
    private static final int ONE = 1 << BITS;
    private static final int ROUND = 1 << (2 * BITS - 1);

    private final Overlay source;
    private final Overlay scratch;
    private final int[] columns;
    private final int[] weights;
    private int width;
    private int height;

    ScaledOverlay(Overlay source) {
        this.source = source;
        this.scratch = new Overlay(source.width, source.height);
        this.columns = new int[source.width];
        this.weights = new int[source.width];
    }

    boolean isOf(Overlay overlay) {
        return source == overlay;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /// The upper left corner of what is returned has the picture; the rest is transparent.
    ///
    /// @param scale 0 to 1
    Overlay at(double scale) {
        width = Math.clamp(Pose.even(source.width * scale), 2, source.width);
        height = Math.clamp(Pose.even(source.height * scale), 2, source.height);
        for (int plane = 0; plane < 3; plane++) {
            resample(source.plane(plane), scratch.plane(plane), plane == 0 ? 0 : 1, 0);
        }
        resample(source.lumaMask.inverse, scratch.lumaMask.inverse, 0, 255);
        resample(source.chromaMask.inverse, scratch.chromaMask.inverse, 1, 255);
        scratch.classify();
        return scratch;
    }

    private void resample(byte[] from, byte[] to, int shift, int outside) {
        int stride = source.width >> shift;
        int rows = source.height >> shift;
        int newWidth = width >> shift;
        int newHeight = height >> shift;
        int next = stride > 1 ? 1 : 0;
        for (int x = 0; x < newWidth; x++) {
            double at = Math.clamp((x + 0.5) * stride / newWidth - 0.5, 0.0, stride - 1.0);
            columns[x] = Math.min((int) at, Math.max(0, stride - 2));
            weights[x] = (int) Math.round((at - columns[x]) * ONE);
        }
        for (int y = 0; y < newHeight; y++) {
            double at = Math.clamp((y + 0.5) * rows / newHeight - 0.5, 0.0, rows - 1.0);
            int upper = (int) at;
            int lower = Math.min(upper + 1, rows - 1);
            int weight = (int) Math.round((at - upper) * ONE);
            for (int x = 0; x < newWidth; x++) {
                int above = between(from, upper * stride + columns[x], next, weights[x]);
                int below = between(from, lower * stride + columns[x], next, weights[x]);
                to[y * stride + x] = (byte) ((above * (ONE - weight) + below * weight + ROUND) >> (2 * BITS));
            }
            Arrays.fill(to, y * stride + newWidth, (y + 1) * stride, (byte) outside);
        }
        Arrays.fill(to, newHeight * stride, rows * stride, (byte) outside);
    }

    /// The pixel between two, times [#ONE].
    private static int between(byte[] from, int at, int next, int weight) {
        return (from[at] & 0xff) * (ONE - weight) + (from[at + next] & 0xff) * weight;
    }
}
