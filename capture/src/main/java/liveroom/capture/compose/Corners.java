package liveroom.capture.compose;

import java.util.Arrays;

/// Writes the transparency of round corners into the masks of an overlay: a pixel's share of the
/// round rectangle, by the distance of its middle from the arc.
final class Corners {
    private final Framing framing;
    private final double radius;

    /// @param radius in pixels; what is too large for the outline is taken as large as fits
    Corners(Framing framing, double radius) {
        this.framing = framing;
        this.radius = Math.min(radius, Math.min(framing.outlineWidth(), framing.outlineHeight()) / 2.0);
    }

    void write(Overlay overlay) {
        Arrays.fill(overlay.lumaMask.inverse, (byte) 0);
        Arrays.fill(overlay.chromaMask.inverse, (byte) 0);
        write(overlay.lumaMask, 1, 0.5, 0.5);
        write(overlay.chromaMask, 2, 0.5, 1);
        overlay.classify();
    }

    /// @param firstX where the middle of the first sample is, in pixels of luma
    private void write(Mask mask, int step, double firstX, double firstY) {
        for (int row = 0; row < mask.height; row++) {
            double y = row * step + firstY - framing.outlineY();
            for (int column = 0; column < mask.width; column++) {
                double x = column * step + firstX - framing.outlineX();
                double share = share(x, y, step);
                if (share < 1) {
                    mask.inverse[row * mask.width + column] = (byte) Math.round(255 * (1 - share));
                }
            }
        }
    }

    private double share(double x, double y, int step) {
        double beyondX = Math.max(radius - x, x - (framing.outlineWidth() - radius));
        double beyondY = Math.max(radius - y, y - (framing.outlineHeight() - radius));
        if (beyondX <= 0 || beyondY <= 0) {
            return 1;
        }
        return Math.clamp((radius - Math.hypot(beyondX, beyondY)) / step + 0.5, 0.0, 1.0);
    }
}
