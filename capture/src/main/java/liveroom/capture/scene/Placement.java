package liveroom.capture.scene;

/// Where a layer is, and how its content fills that place.
///
/// @param box the place, in fractions of the picture
/// @param crop what of the content is left out, in fractions of the content
/// @param flip mirrors moving pictures and images
public record Placement(Box box, Crop crop, Fit fit, Flip flip) {
    public static final Placement FULL = of(Box.FULL);

    public static Placement of(Box box) {
        return new Placement(box, Crop.NONE, Fit.COVER, Flip.NONE);
    }

    public Placement withBox(Box newBox) {
        return new Placement(newBox, crop, fit, flip);
    }

    public Placement withFit(Fit newFit) {
        return new Placement(box, crop, newFit, flip);
    }

    /// How content of another shape fills its box.
    public enum Fit {
        /// All of the content, with empty bands.
        CONTAIN,
        /// All of the box, the content's edges cut off.
        COVER,
        /// All of both, distorted.
        STRETCH
    }

    /// Mirrored about which axis.
    public enum Flip {
        NONE,
        HORIZONTAL,
        VERTICAL,
        BOTH
    }

    /// Fractions of the content that are cut off at each side; something is always left.
    public record Crop(double left, double top, double right, double bottom) {
        public static final Crop NONE = new Crop(0, 0, 0, 0);
        private static final double LEAST_LEFT = 0.01;

        public Crop {
            Bounds.range("crop at the left", left, 0, 1);
            Bounds.range("crop at the top", top, 0, 1);
            Bounds.range("crop at the right", right, 0, 1);
            Bounds.range("crop at the bottom", bottom, 0, 1);
            Bounds.range("width that the crop leaves", 1 - left - right, LEAST_LEFT, 1);
            Bounds.range("height that the crop leaves", 1 - top - bottom, LEAST_LEFT, 1);
        }
    }
}
