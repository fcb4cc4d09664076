package liveroom.capture.compose;

/// From RGB to YUV of ITU-R BT.709-6 (section 3), limited range, for colours that have been
/// multiplied by their alpha. Sums of such pixels may be converted as one: every formula is linear,
/// the offsets of 16 and 128 go with alpha.
final class Bt709 {
    private static final int BITS = 16;
    private static final int LUMA_RED = fixed(219 * 0.2126);
    private static final int LUMA_GREEN = fixed(219 * 0.7152);
    private static final int LUMA_BLUE = fixed(219 * 0.0722);
    private static final int LUMA_ALPHA = fixed(16);
    private static final int CHROMA = fixed(224 * 0.5);
    private static final int BLUE_RED = fixed(-224 * 0.2126 / 1.8556);
    private static final int BLUE_GREEN = -CHROMA - BLUE_RED;
    private static final int RED_BLUE = fixed(-224 * 0.0722 / 1.5748);
    private static final int RED_GREEN = -CHROMA - RED_BLUE;
    private static final int CHROMA_ALPHA = fixed(128);
    private static final int OPAQUE = 255;

    private Bt709() {}

    private static int fixed(double factor) {
        return (int) Math.round(factor / OPAQUE * (1 << BITS));
    }

    /// Luma times alpha of a sum of `1 << bits` pixels.
    static int luma(int alpha, int red, int green, int blue, int bits) {
        int sum = LUMA_ALPHA * alpha + LUMA_RED * red + LUMA_GREEN * green + LUMA_BLUE * blue;
        return rounded(sum, bits);
    }

    /// Blue difference times alpha of a sum of `1 << bits` pixels.
    static int chromaBlue(int alpha, int red, int green, int blue, int bits) {
        int sum = CHROMA_ALPHA * alpha + BLUE_RED * red + BLUE_GREEN * green + CHROMA * blue;
        return rounded(sum, bits);
    }

    /// Red difference times alpha of a sum of `1 << bits` pixels.
    static int chromaRed(int alpha, int red, int green, int blue, int bits) {
        int sum = CHROMA_ALPHA * alpha + CHROMA * red + RED_GREEN * green + RED_BLUE * blue;
        return rounded(sum, bits);
    }

    private static int rounded(int sum, int bits) {
        return (sum + (1 << (BITS + bits - 1))) >> (BITS + bits);
    }

    /// An opaque colour in three planes.
    record Yuv(int luma, int blue, int red) {
        static Yuv of(int rgb) {
            int r = (rgb >> 16) & 0xff;
            int g = (rgb >> 8) & 0xff;
            int b = rgb & 0xff;
            return new Yuv(
                    Bt709.luma(OPAQUE, r, g, b, 0),
                    Bt709.chromaBlue(OPAQUE, r, g, b, 0),
                    Bt709.chromaRed(OPAQUE, r, g, b, 0));
        }

        int plane(int index) {
            return switch (index) {
                case 0 -> luma;
                case 1 -> blue;
                default -> red;
            };
        }
    }
}
