package liveroom.capture.graphics;

import java.awt.Rectangle;
import liveroom.capture.scene.Look;

/// A blurred silhouette: three running means each way, which come close to a Gaussian.
final class SoftShadow {
    private static final int PASSES = 3;

    private SoftShadow() {}

    /// Where the shadow goes beyond what casts it.
    enum Spread {
        ALL_AROUND,
        /// Above and below alone, for what goes on at its sides.
        UPRIGHT
    }

    /// The shadow that lies under `silhouette`, on a sheet large enough for both.
    static Sheet under(Sheet silhouette, Look.Shadow shadow, int pictureHeight, Spread spread) {
        int radius = (int) Math.round(shadow.blur() * pictureHeight * 0.42);
        int drop = (int) Math.round(shadow.drop() * pictureHeight);
        int reach = PASSES * radius + (PASSES * radius) % 2;
        int across = spread == Spread.ALL_AROUND ? reach : 0;
        Rectangle from = silhouette.bounds();
        Rectangle bounds = new Rectangle(
                from.x - across, from.y - reach, from.width + 2 * across, from.height + 2 * reach + drop + drop % 2);
        Sheet sheet = new Sheet(bounds);
        float[] alpha = dropped(silhouette, bounds, drop);
        for (int pass = 0; pass < PASSES && radius > 0; pass++) {
            if (spread == Spread.ALL_AROUND) {
                alpha = blurredAcross(alpha, bounds.width, radius);
            }
            alpha = blurredDown(alpha, bounds.width, radius);
        }
        int[] pixels = sheet.pixels();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = Math.clamp(Math.round(alpha[i] * (float) shadow.opacity()), 0, 255) << 24;
        }
        return sheet;
    }

    private static float[] dropped(Sheet silhouette, Rectangle bounds, int drop) {
        float[] alpha = new float[bounds.width * bounds.height];
        int[] pixels = silhouette.pixels();
        Rectangle from = silhouette.bounds();
        for (int row = 0; row < from.height; row++) {
            int to = (from.y - bounds.y + drop + row) * bounds.width + from.x - bounds.x;
            for (int column = 0; column < from.width; column++) {
                alpha[to + column] = pixels[row * from.width + column] >>> 24;
            }
        }
        return alpha;
    }

    private static float[] blurredAcross(float[] plane, int width, int radius) {
        float[] result = new float[plane.length];
        float weight = 1f / (2 * radius + 1);
        for (int start = 0; start < plane.length; start += width) {
            float sum = 0;
            for (int x = -radius; x < width; x++) {
                if (x + radius < width) {
                    sum += plane[start + x + radius];
                }
                if (x >= 0) {
                    result[start + x] = sum * weight;
                }
                if (x >= radius) {
                    sum -= plane[start + x - radius];
                }
            }
        }
        return result;
    }

    /// All columns at a time, row by row, as they lie in memory.
    private static float[] blurredDown(float[] plane, int width, int radius) {
        float[] result = new float[plane.length];
        float[] sums = new float[width];
        float weight = 1f / (2 * radius + 1);
        int ahead = radius * width;
        for (int row = -ahead; row < plane.length; row += width) {
            for (int x = 0; x < width; x++) {
                if (row + ahead < plane.length) {
                    sums[x] += plane[row + ahead + x];
                }
                if (row >= 0) {
                    result[row + x] = sums[x] * weight;
                }
                if (row >= ahead) {
                    sums[x] -= plane[row - ahead + x];
                }
            }
        }
        return result;
    }
}
