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
                alpha = blurred(alpha, new Lines(bounds.height, bounds.width, bounds.width, 1), radius);
            }
            alpha = blurred(alpha, new Lines(bounds.width, bounds.height, 1, bounds.width), radius);
        }
        int[] pixels = sheet.pixels();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = Math.round(alpha[i] * (float) shadow.opacity()) << 24;
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

    /// Rows or columns of a plane. @param step between the beginnings of two, @param stride between neighbours in one
    private record Lines(int count, int length, int step, int stride) {}

    private static float[] blurred(float[] plane, Lines lines, int radius) {
        float[] result = new float[plane.length];
        float weight = 1f / (2 * radius + 1);
        for (int line = 0; line < lines.count; line++) {
            int start = line * lines.step;
            double sum = 0;
            for (int i = 0; i < Math.min(radius, lines.length); i++) {
                sum += plane[start + i * lines.stride];
            }
            for (int i = 0; i < lines.length; i++) {
                if (i + radius < lines.length) {
                    sum += plane[start + (i + radius) * lines.stride];
                }
                result[start + i * lines.stride] = (float) sum * weight;
                if (i >= radius) {
                    sum -= plane[start + (i - radius) * lines.stride];
                }
            }
        }
        return result;
    }
}
