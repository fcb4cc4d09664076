package liveroom.capture.compose;

import liveroom.capture.media.VideoFormat;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.Placement;
import liveroom.capture.scene.Placement.Flip;

/// Which part of a moving picture fills which part of the program's picture: crop, fit and the
/// picture's edges taken into account. All numbers but those of the outline are even.
///
/// @param outlineX of the whole of the layer's picture, which may reach beyond what is seen,
/// relative to `x`
record Framing(
        int sourceX,
        int sourceY,
        int sourceWidth,
        int sourceHeight,
        int x,
        int y,
        int width,
        int height,
        int outlineX,
        int outlineY,
        int outlineWidth,
        int outlineHeight) {
    /// A stretch of one axis: where the source's begins and ends, and the program's.
    private record Axis(double sourceFrom, double sourceTo, double from, double to) {
        double scale() {
            return (to - from) / (sourceTo - sourceFrom);
        }

        Axis showing(double scale) {
            double keep = (to - from) / scale / 2;
            double middle = (sourceFrom + sourceTo) / 2;
            return new Axis(middle - keep, middle + keep, from, to);
        }

        Axis shrunkTo(double scale) {
            double keep = (sourceTo - sourceFrom) * scale / 2;
            double middle = (from + to) / 2;
            return new Axis(sourceFrom, sourceTo, middle - keep, middle + keep);
        }

        Axis within(double limit, boolean mirrored) {
            double before = Math.max(0, -from) / scale();
            double after = Math.max(0, to - limit) / scale();
            return new Axis(
                    sourceFrom + (mirrored ? after : before),
                    sourceTo - (mirrored ? before : after),
                    Math.max(0, from),
                    Math.min(limit, to));
        }
    }

    /// @param scale of the layer about the middle of its box
    static Framing of(Placement placement, VideoFormat source, VideoFormat picture, double scale) {
        Box box = placement.box();
        Placement.Crop crop = placement.crop();
        Axis across = axis(source.width(), crop.left(), crop.right(), box.x(), box.right(), picture.width(), scale);
        Axis down = axis(source.height(), crop.top(), crop.bottom(), box.y(), box.bottom(), picture.height(), scale);
        switch (placement.fit()) {
            case CONTAIN -> {
                double smaller = Math.min(across.scale(), down.scale());
                across = across.shrunkTo(smaller);
                down = down.shrunkTo(smaller);
            }
            case COVER -> {
                double larger = Math.max(across.scale(), down.scale());
                across = across.showing(larger);
                down = down.showing(larger);
            }
            case STRETCH -> {}
        }
        Flip flip = placement.flip();
        boolean mirrored = flip == Flip.HORIZONTAL || flip == Flip.BOTH;
        boolean upsideDown = flip == Flip.VERTICAL || flip == Flip.BOTH;
        return of(across, down, across.within(picture.width(), mirrored), down.within(picture.height(), upsideDown));
    }

    private static Axis axis(
            int source, double cutBefore, double cutAfter, double from, double to, int picture, double scale) {
        double middle = (from + to) / 2 * picture;
        double half = (to - from) / 2 * picture * scale;
        return new Axis(source * cutBefore, source * (1 - cutAfter), middle - half, middle + half);
    }

    private static Framing of(Axis outlineAcross, Axis outlineDown, Axis across, Axis down) {
        int x = Pose.even(across.from());
        int y = Pose.even(down.from());
        int outlineX = Pose.even(outlineAcross.from());
        int outlineY = Pose.even(outlineDown.from());
        int sourceX = Pose.even(across.sourceFrom());
        int sourceY = Pose.even(down.sourceFrom());
        return new Framing(
                sourceX,
                sourceY,
                Math.max(2, Pose.even(across.sourceTo()) - sourceX),
                Math.max(2, Pose.even(down.sourceTo()) - sourceY),
                x,
                y,
                Math.max(0, Pose.even(across.to()) - x),
                Math.max(0, Pose.even(down.to()) - y),
                outlineX - x,
                outlineY - y,
                Pose.even(outlineAcross.to()) - outlineX,
                Pose.even(outlineDown.to()) - outlineY);
    }

    boolean isSeen() {
        return width > 0 && height > 0;
    }

    boolean isUnscaled() {
        return width == sourceWidth && height == sourceHeight;
    }
}
