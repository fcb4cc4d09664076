package liveroom.capture.graphics;

import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.scene.Box;

/// A rectangle in pixels of the picture.
record Rect(double x, double y, double width, double height) {
    /// `box` with its edges on even pixels, which is where chroma samples begin; never empty.
    static Rect of(Box box, VideoFormat format) {
        double left = even(box.x() * format.width());
        double top = even(box.y() * format.height());
        double right = Math.max(left + 2, even(box.right() * format.width()));
        double bottom = Math.max(top + 2, even(box.bottom() * format.height()));
        return new Rect(left, top, right - left, bottom - top);
    }

    static Rect of(Rectangle2D bounds) {
        return new Rect(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }

    static double even(double pixels) {
        return 2 * Math.rint(pixels / 2);
    }

    double right() {
        return x + width;
    }

    double bottom() {
        return y + height;
    }

    double centreX() {
        return x + width / 2;
    }

    double centreY() {
        return y + height / 2;
    }

    Rect inset(double horizontal, double vertical) {
        return new Rect(
                x + horizontal, y + vertical, Math.max(0, width - 2 * horizontal), Math.max(0, height - 2 * vertical));
    }

    Rect intersection(Rect other) {
        double left = Math.max(x, other.x);
        double top = Math.max(y, other.y);
        return new Rect(
                left,
                top,
                Math.max(0, Math.min(right(), other.right()) - left),
                Math.max(0, Math.min(bottom(), other.bottom()) - top));
    }

    /// A part as wide and high as asked, at most as large as this, `across` and `down` from 0, at the left and the
    /// top, to 1.
    Rect part(double partWidth, double partHeight, double across, double down) {
        double w = Math.min(width, partWidth);
        double h = Math.min(height, partHeight);
        return new Rect(x + (width - w) * across, y + (height - h) * down, w, h);
    }

    /// With edges on even pixels, none of them further in than they were.
    Rect outwardEven() {
        double left = 2 * Math.floor(x / 2);
        double top = 2 * Math.floor(y / 2);
        return new Rect(left, top, 2 * Math.ceil(right() / 2) - left, 2 * Math.ceil(bottom() / 2) - top);
    }

    /// With edges on the nearest even pixels.
    Rect snapped() {
        double left = even(x);
        double top = even(y);
        return new Rect(left, top, Math.max(2, even(right()) - left), Math.max(2, even(bottom()) - top));
    }

    /// @param radius of its corners; as round as it gets where it is larger than half a side
    Shape rounded(double radius) {
        double r = Math.min(radius, Math.min(width, height) / 2);
        return r < 0.25
                ? new Rectangle2D.Double(x, y, width, height)
                : new RoundRectangle2D.Double(x, y, width, height, 2 * r, 2 * r);
    }

    Rectangle whole() {
        return new Rectangle2D.Double(x, y, width, height).getBounds();
    }
}
