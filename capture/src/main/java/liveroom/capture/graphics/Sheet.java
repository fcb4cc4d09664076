package liveroom.capture.graphics;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.time.Instant;

/// Premultiplied pixels to draw on, in coordinates of the picture.
final class Sheet {
    private final Rectangle bounds;
    private final BufferedImage image;
    private final Graphics2D graphics;

    Sheet(Rectangle bounds) {
        this.bounds = bounds;
        image = new BufferedImage(bounds.width, bounds.height, BufferedImage.TYPE_INT_ARGB_PRE);
        graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.translate(-bounds.x, -bounds.y);
    }

    Rectangle bounds() {
        return bounds;
    }

    Graphics2D graphics() {
        return graphics;
    }

    /// The pixels themselves, row by row.
    int[] pixels() {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    void fill(Shape shape, Color colour) {
        graphics.setColor(colour);
        graphics.fill(shape);
    }

    void place(Sheet other) {
        graphics.drawImage(other.image, other.bounds.x, other.bounds.y, null);
    }

    /// Takes away what is outside of `outline`, with a smooth edge.
    void keepInside(Shape outline) {
        Area outside = new Area(bounds);
        outside.subtract(new Area(outline));
        erase(outside);
    }

    void erase(Shape shape) {
        graphics.setComposite(AlphaComposite.DstOut);
        fill(shape, Color.BLACK);
        graphics.setComposite(AlphaComposite.SrcOver);
    }

    /// What of it has been drawn on, with edges on even pixels; without pixels if nothing has.
    Painting trimmed(Instant validUntil, String complaint) {
        Rectangle drawn = drawn();
        if (drawn.isEmpty()) {
            return new Painting(bounds.x, bounds.y, 0, 0, new int[0], Painting.Run.NONE, validUntil, complaint);
        }
        return part(evenEdges(drawn)).painting(Painting.Run.NONE, validUntil, complaint);
    }

    private Rectangle drawn() {
        int[] pixels = pixels();
        Rectangle drawn = new Rectangle(-1, -1);
        for (int row = 0; row < bounds.height; row++) {
            int from = row * bounds.width;
            int first = 0;
            while (first < bounds.width && pixels[from + first] == 0) {
                first++;
            }
            if (first < bounds.width) {
                int last = bounds.width - 1;
                while (pixels[from + last] == 0) {
                    last--;
                }
                drawn.add(new Rectangle(first, row, last - first + 1, 1));
            }
        }
        return drawn;
    }

    private Rectangle evenEdges(Rectangle drawn) {
        Rect absolute = new Rect(drawn.x + bounds.x, drawn.y + bounds.y, drawn.width, drawn.height);
        Rectangle even = absolute.outwardEven().whole().intersection(bounds);
        even.translate(-bounds.x, -bounds.y);
        return even;
    }

    private Sheet part(Rectangle within) {
        if (within.width == bounds.width && within.height == bounds.height) {
            return this;
        }
        Sheet part = new Sheet(new Rectangle(bounds.x + within.x, bounds.y + within.y, within.width, within.height));
        for (int row = 0; row < within.height; row++) {
            System.arraycopy(
                    pixels(),
                    (within.y + row) * bounds.width + within.x,
                    part.pixels(),
                    row * within.width,
                    within.width);
        }
        return part;
    }

    /// All of it.
    Painting painting(Painting.Run run, Instant validUntil, String complaint) {
        return new Painting(bounds.x, bounds.y, bounds.width, bounds.height, pixels(), run, validUntil, complaint);
    }
}
