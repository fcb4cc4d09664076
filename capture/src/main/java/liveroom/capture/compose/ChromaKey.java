package liveroom.capture.compose;

import liveroom.capture.scene.Content;

/// Makes one colour of a picture transparent, by how far a pixel's chroma is from it, and takes
/// that colour's tint from what stays. Tolerance and softness are in halves of the range of chroma.
///
/// A chroma sample decides for the luma it is sited on; luma between two takes the mean.
final class ChromaKey {
    private static final int NEUTRAL = 128;
    private static final int STEPS_SHIFT = 4;
    private static final int STEPS = (2 * 256 * 256) >> STEPS_SHIFT;
    private static final int FINE = 256;

    private final byte[] alphaByDistance = new byte[STEPS];
    private final int keyBlue;
    private final int keyRed;
    private final int towardsBlue;
    private final int towardsRed;

    ChromaKey(Content.Key key) {
        Bt709.Yuv colour = Bt709.Yuv.of(key.rgb());
        keyBlue = colour.blue();
        keyRed = colour.red();
        double length = Math.max(1, Math.hypot(keyBlue - NEUTRAL, keyRed - NEUTRAL));
        towardsBlue = (int) Math.round((keyBlue - NEUTRAL) / length * FINE);
        towardsRed = (int) Math.round((keyRed - NEUTRAL) / length * FINE);
        for (int i = 0; i < STEPS; i++) {
            double distance = Math.sqrt((i + 0.5) * (1 << STEPS_SHIFT)) / NEUTRAL;
            double soft = Math.max(key.softness(), 1e-6);
            alphaByDistance[i] = (byte) Math.round(255 * Math.clamp((distance - key.tolerance()) / soft, 0.0, 1.0));
        }
    }

    /// Writes the masks of a picture that is not multiplied by alpha yet, and takes the tint from
    /// its chroma.
    ///
    /// @param outline what was transparent before: round corners
    void apply(Overlay picture, Overlay outline) {
        byte[] inverse = picture.chromaMask.inverse;
        for (int i = 0; i < inverse.length; i++) {
            int blue = (picture.blue[i] & 0xff) - NEUTRAL;
            int red = (picture.red[i] & 0xff) - NEUTRAL;
            int fromBlue = blue + NEUTRAL - keyBlue;
            int fromRed = red + NEUTRAL - keyRed;
            int alpha = alphaByDistance[(fromBlue * fromBlue + fromRed * fromRed) >> STEPS_SHIFT] & 0xff;
            inverse[i] = (byte) (255 - alpha);
            int along = blue * towardsBlue + red * towardsRed;
            int across = Math.abs(red * towardsBlue - blue * towardsRed);
            if (along > across && alpha > 0) {
                int spill = (along - across) / FINE;
                picture.blue[i] = (byte) (NEUTRAL + blue - spill * towardsBlue / FINE);
                picture.red[i] = (byte) (NEUTRAL + red - spill * towardsRed / FINE);
            }
        }
        spread(picture);
        if (outline.opaqueFrom() > 0) {
            cut(picture.lumaMask.inverse, outline.lumaMask.inverse);
            cut(picture.chromaMask.inverse, outline.chromaMask.inverse);
        }
        picture.classify();
    }

    private static void spread(Overlay picture) {
        byte[] from = picture.chromaMask.inverse;
        byte[] to = picture.lumaMask.inverse;
        int half = picture.width / 2;
        for (int row = 0; row < picture.height; row += 2) {
            int first = row / 2 * half;
            int at = row * picture.width;
            int here = from[first] & 0xff;
            for (int column = 0; column < half; column++) {
                int next = from[first + Math.min(column + 1, half - 1)] & 0xff;
                to[at] = (byte) here;
                to[at + 1] = (byte) ((here + next) >> 1);
                at += 2;
                here = next;
            }
            System.arraycopy(to, row * picture.width, to, (row + 1) * picture.width, picture.width);
        }
    }

    private static void cut(byte[] inverse, byte[] outline) {
        for (int i = 0; i < inverse.length; i++) {
            if (outline[i] != 0) {
                int alpha = (255 - (inverse[i] & 0xff)) * (255 - (outline[i] & 0xff)) / 255;
                inverse[i] = (byte) (255 - alpha);
            }
        }
    }
}
