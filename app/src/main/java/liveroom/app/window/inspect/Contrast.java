package liveroom.app.window.inspect;

/// How well a colour reads on another, by WCAG 2.2, section 1.4.3.
final class Contrast {
    /// What text needs.
    static final double LEAST = 4.5;

    private Contrast() {}

    /// From 1, the same, to 21, black on white.
    static double ratio(int rgb, int otherRgb) {
        double one = luminance(rgb);
        double other = luminance(otherRgb);
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 0xff) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int value) {
        double share = value / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
