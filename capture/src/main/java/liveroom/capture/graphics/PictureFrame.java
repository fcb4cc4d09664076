package liveroom.capture.graphics;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.Optional;
import liveroom.capture.scene.ColourRole;
import liveroom.capture.scene.Placement;

/// Fits a picture into a place, cropped, mirrored and rounded as asked.
final class PictureFrame {
    private PictureFrame() {}

    /// Draws the picture, or the sign of a missing one.
    ///
    /// @param place on whole pixels
    /// @return where it is seen: all of `place`, except for a picture that is contained in it
    static Rect draw(Easel easel, Optional<Picture> picture, Rect place, Placement placement) {
        if (picture.isEmpty()) {
            drawMissing(easel, place);
            return place;
        }
        Placement.Crop crop = placement.crop();
        double shownWidth = picture.get().width() * (1 - crop.left() - crop.right());
        double shownHeight = picture.get().height() * (1 - crop.top() - crop.bottom());
        Rect seen = placement.fit() == Placement.Fit.CONTAIN ? contained(place, shownWidth / shownHeight) : place;
        double across = seen.width() / shownWidth;
        double down = seen.height() / shownHeight;
        if (placement.fit() == Placement.Fit.COVER) {
            across = Math.max(across, down);
            down = across;
        }
        double width = picture.get().width() * across;
        double height = picture.get().height() * down;
        double x = seen.x() + (seen.width() - shownWidth * across) / 2 - crop.left() * width;
        double y = seen.y() + (seen.height() - shownHeight * down) / 2 - crop.top() * height;
        Graphics2D graphics = (Graphics2D) easel.sheet().graphics().create();
        graphics.clip(seen.whole());
        mirror(graphics, seen, placement.flip());
        graphics.translate(x, y);
        picture.get().draw(graphics, width, height);
        graphics.dispose();
        return seen;
    }

    /// As large as it fits into `place`, in its middle.
    static Rect contained(Rect place, double aspect) {
        double width = Math.min(place.width(), place.height() * aspect);
        return place.part(width, width / aspect, 0.5, 0.5).snapped().intersection(place);
    }

    private static void mirror(Graphics2D graphics, Rect about, Placement.Flip flip) {
        boolean across = flip == Placement.Flip.HORIZONTAL || flip == Placement.Flip.BOTH;
        boolean down = flip == Placement.Flip.VERTICAL || flip == Placement.Flip.BOTH;
        graphics.translate(about.centreX(), about.centreY());
        graphics.scale(across ? -1 : 1, down ? -1 : 1);
        graphics.translate(-about.centreX(), -about.centreY());
    }

    /// A calm panel with a small landscape in a frame.
    private static void drawMissing(Easel easel, Rect place) {
        Palette palette = easel.palette();
        Sheet sheet = easel.sheet();
        sheet.fill(place.rounded(0), palette.between(ColourRole.SURFACE, ColourRole.ON_SURFACE, 0.08));
        double size = Math.min(Math.min(place.width(), place.height()) * 0.4, easel.ofHeight(0.14));
        Rect icon = place.part(size * 1.25, size, 0.5, 0.5);
        float line = (float) Math.max(1, size * 0.06);
        Color colour = palette.between(ColourRole.SURFACE, ColourRole.ON_SURFACE, 0.42);
        Graphics2D graphics = sheet.graphics();
        graphics.setColor(colour);
        graphics.setStroke(new BasicStroke(line, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(icon.inset(line / 2, line / 2).rounded(size * 0.14));
        double sun = size * 0.2;
        graphics.fill(new Ellipse2D.Double(icon.x() + size * 0.24, icon.y() + size * 0.24, sun, sun));
        Path2D hills = new Path2D.Double();
        hills.moveTo(icon.x() + line, icon.bottom() - size * 0.2);
        hills.lineTo(icon.x() + size * 0.4, icon.y() + size * 0.56);
        hills.lineTo(icon.x() + size * 0.62, icon.y() + size * 0.74);
        hills.lineTo(icon.x() + size * 0.86, icon.y() + size * 0.42);
        hills.lineTo(icon.right() - line, icon.y() + size * 0.78);
        graphics.draw(hills);
    }
}
