package liveroom.capture.brand;

/// How well one colour can be read on another, as WCAG 2.2 measures it. Colours are `0xRRGGBB`.
public final class Contrast {
    /// The least for text, success criterion 1.4.3.
    public static final double LEAST = 4.5;

    private static final int BLACK = 0x000000;
    private static final int WHITE = 0xffffff;
    private static final int STEPS = 1000;

    private Contrast() {}

    /// From 1, the same, to 21, black on white.
    public static double ratio(int one, int other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /// The relative luminance of an sRGB colour, 0 to 1.
    static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 0xff) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    /// Black or white, whichever is read better on `rgb`.
    public static int ink(int rgb) {
        return ratio(BLACK, rgb) > ratio(WHITE, rgb) ? BLACK : WHITE;
    }

    /// The colour nearest to `text` in lightness, of its hue and saturation, that can be read on
    /// `ground`; `text` itself if it can.
    public static int readable(int text, int ground) {
        if (ratio(text, ground) >= LEAST) {
            return text;
        }
        Hsl hsl = Hsl.of(text);
        for (int step = 1; step <= STEPS; step++) {
            double change = (double) step / STEPS;
            int darker =
                    hsl.withLightness(Math.max(0, hsl.lightness() - change)).rgb();
            if (ratio(darker, ground) >= LEAST) {
                return darker;
            }
            int lighter =
                    hsl.withLightness(Math.min(1, hsl.lightness() + change)).rgb();
            if (ratio(lighter, ground) >= LEAST) {
                return lighter;
            }
        }
        return ink(ground);
    }

    /// As in CSS: `#rrggbb`.
    public static String hex(int rgb) {
        return "#%06x".formatted(rgb & 0xffffff);
    }

    /// Hue from 0 to 6, saturation and lightness from 0 to 1, as CSS Color 4 has them.
    private record Hsl(double hue, double saturation, double lightness) {
        static Hsl of(int rgb) {
            double red = (rgb >> 16 & 0xff) / 255.0;
            double green = (rgb >> 8 & 0xff) / 255.0;
            double blue = (rgb & 0xff) / 255.0;
            double max = Math.max(red, Math.max(green, blue));
            double min = Math.min(red, Math.min(green, blue));
            double lightness = (max + min) / 2;
            double spread = max - min;
            if (spread == 0) {
                return new Hsl(0, 0, lightness);
            }
            double hue = max == red
                    ? (green - blue) / spread
                    : max == green ? (blue - red) / spread + 2 : (red - green) / spread + 4;
            return new Hsl((hue + 6) % 6, spread / (1 - Math.abs(2 * lightness - 1)), lightness);
        }

        Hsl withLightness(double other) {
            return new Hsl(hue, saturation, other);
        }

        int rgb() {
            return channel(0) << 16 | channel(8) << 8 | channel(4);
        }

        /// CSS Color 4, section 7.1: `n` is 0 for red, 8 for green, 4 for blue.
        private int channel(int n) {
            double k = (n + hue * 2) % 12;
            double amount = saturation * Math.min(lightness, 1 - lightness);
            double value = lightness - amount * Math.max(-1, Math.min(Math.min(k - 3, 9 - k), 1));
            return (int) Math.round(value * 255);
        }
    }
}
