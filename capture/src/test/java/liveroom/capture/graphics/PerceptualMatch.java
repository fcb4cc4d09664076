package liveroom.capture.graphics;

import java.awt.image.BufferedImage;
import java.util.stream.IntStream;

/// How alike two pictures of one size look where they differ most: in the worst of their tiles, for
/// what is wrong with a word or a line is lost in the mean of a whole picture.
///
/// @param similarity mean structural similarity of luma (Wang et al. 2004) in a tile, 1 for the same
/// @param colourDifference mean distance in CIELAB (CIE 1976) in a tile, 0 for the same
public record PerceptualMatch(double similarity, double colourDifference) {
    static final double LEAST_SIMILARITY = 0.97;
    static final double MOST_COLOUR_DIFFERENCE = 2;

    private static final int TILE = 40;
    private static final int WINDOW = 8;
    private static final int STEP = 4;
    private static final double C1 = Math.pow(0.01 * 255, 2);
    private static final double C2 = Math.pow(0.03 * 255, 2);

    /// Compares them tile by tile; what is left over beside whole tiles is not looked at.
    public static PerceptualMatch of(BufferedImage one, BufferedImage other) {
        PerceptualMatch worst = new PerceptualMatch(1, 0);
        if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
            return new PerceptualMatch(0, 100);
        }
        for (int y = 0; y + TILE <= one.getHeight(); y += TILE) {
            for (int x = 0; x + TILE <= one.getWidth(); x += TILE) {
                BufferedImage a = one.getSubimage(x, y, TILE, TILE);
                BufferedImage b = other.getSubimage(x, y, TILE, TILE);
                worst = new PerceptualMatch(
                        Math.min(worst.similarity, tileSimilarity(a, b)),
                        Math.max(worst.colourDifference, tileColourDifference(a, b)));
            }
        }
        return worst;
    }

    boolean holds() {
        return similarity >= LEAST_SIMILARITY && colourDifference <= MOST_COLOUR_DIFFERENCE;
    }

    private static double tileSimilarity(BufferedImage one, BufferedImage other) {
        double sum = 0;
        int windows = 0;
        for (int y = 0; y + WINDOW <= TILE; y += STEP) {
            for (int x = 0; x + WINDOW <= TILE; x += STEP) {
                sum += windowSimilarity(one, other, x, y);
                windows++;
            }
        }
        return sum / windows;
    }

    private static double windowSimilarity(BufferedImage one, BufferedImage other, int left, int top) {
        double a = 0;
        double b = 0;
        double aa = 0;
        double bb = 0;
        double ab = 0;
        for (int y = top; y < top + WINDOW; y++) {
            for (int x = left; x < left + WINDOW; x++) {
                double la = luma(one.getRGB(x, y));
                double lb = luma(other.getRGB(x, y));
                a += la;
                b += lb;
                aa += la * la;
                bb += lb * lb;
                ab += la * lb;
            }
        }
        double n = WINDOW * WINDOW;
        double meanA = a / n;
        double meanB = b / n;
        double varianceA = aa / n - meanA * meanA;
        double varianceB = bb / n - meanB * meanB;
        double covariance = ab / n - meanA * meanB;
        return (2 * meanA * meanB + C1)
                * (2 * covariance + C2)
                / ((meanA * meanA + meanB * meanB + C1) * (varianceA + varianceB + C2));
    }

    private static double luma(int rgb) {
        return 0.2126 * (rgb >> 16 & 0xff) + 0.7152 * (rgb >> 8 & 0xff) + 0.0722 * (rgb & 0xff);
    }

    private static double tileColourDifference(BufferedImage one, BufferedImage other) {
        double sum = 0;
        for (int y = 0; y < TILE; y++) {
            for (int x = 0; x < TILE; x++) {
                int a = one.getRGB(x, y) & 0xffffff;
                int b = other.getRGB(x, y) & 0xffffff;
                sum += a == b ? 0 : Lab.of(a).distance(Lab.of(b));
            }
        }
        return sum / TILE / TILE;
    }

    /// CIELAB with the white of sRGB, D65.
    private record Lab(double lightness, double a, double b) {
        private static final double[] LINEAR =
                IntStream.range(0, 256).mapToDouble(Lab::toLinear).toArray();

        static Lab of(int rgb) {
            double red = linear(rgb >> 16 & 0xff);
            double green = linear(rgb >> 8 & 0xff);
            double blue = linear(rgb & 0xff);
            double x = curve((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047);
            double y = curve(0.2126 * red + 0.7152 * green + 0.0722 * blue);
            double z = curve((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883);
            return new Lab(116 * y - 16, 500 * (x - y), 200 * (y - z));
        }

        double distance(Lab other) {
            return Math.sqrt(
                    Math.pow(lightness - other.lightness, 2) + Math.pow(a - other.a, 2) + Math.pow(b - other.b, 2));
        }

        private static double linear(int component) {
            return LINEAR[component];
        }

        private static double toLinear(int component) {
            double c = component / 255.0;
            return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
        }

        private static double curve(double t) {
            return t > 216.0 / 24389 ? Math.cbrt(t) : t * 24389 / 27 / 116 + 16.0 / 116;
        }
    }
}
