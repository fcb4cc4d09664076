package liveroom.capture.graphics;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Look;

/// What a layer's look adds to its content: corners, border and shadow.
final class Finish {
    private Finish() {}

    /// Finishes what was drawn on the sheet of `easel`, and returns a sheet that has all of it.
    static Sheet layer(Easel easel, Shape outline) {
        Sheet sheet = easel.sheet();
        if (!(outline instanceof Rectangle2D whole && whole.contains(sheet.bounds()))) {
            sheet.keepInside(outline);
        }
        Look look = easel.layer().look();
        if (look.border().width() > 0) {
            Area ring = new Area(outline);
            ring.subtract(new Area(inner(outline, borderWidth(easel))));
            sheet.fill(ring, easel.palette().of(look.border().paint()));
        }
        if (!casts(look.shadow())) {
            return sheet;
        }
        boolean moving = easel.layer().content() instanceof Content.Source;
        Sheet silhouette = sheet;
        if (moving) {
            silhouette = new Sheet(sheet.bounds());
            silhouette.fill(outline, Color.BLACK);
        }
        Sheet shadow = shadow(easel, silhouette, SoftShadow.Spread.ALL_AROUND);
        if (moving) {
            // The picture comes from elsewhere, and is not to be darkened.
            shadow.erase(outline);
        }
        shadow.place(sheet);
        return shadow;
    }

    /// The same for a ticker, which has neither ends nor corners.
    static Sheet strip(Easel easel, Sheet strip) {
        Look look = easel.layer().look();
        Rectangle edge = strip.bounds();
        if (look.border().width() > 0) {
            int width = (int) Math.round(borderWidth(easel));
            Color colour = easel.palette().of(look.border().paint());
            strip.fill(new Rectangle(edge.x, edge.y, edge.width, width), colour);
            strip.fill(new Rectangle(edge.x, edge.y + edge.height - width, edge.width, width), colour);
        }
        if (!casts(look.shadow())) {
            return strip;
        }
        Sheet shadow = shadow(easel, strip, SoftShadow.Spread.UPRIGHT);
        shadow.place(strip);
        return shadow;
    }

    private static boolean casts(Look.Shadow shadow) {
        return (shadow.blur() > 0 || shadow.drop() > 0) && shadow.opacity() > 0;
    }

    private static Sheet shadow(Easel easel, Sheet silhouette, SoftShadow.Spread spread) {
        return SoftShadow.under(
                silhouette, easel.layer().look().shadow(), easel.format().height(), spread);
    }

    private static double borderWidth(Easel easel) {
        return Math.max(1, easel.ofHeight(easel.layer().look().border().width()));
    }

    private static Shape inner(Shape outline, double width) {
        Rect inside = Rect.of(outline.getBounds2D()).inset(width, width);
        return switch (outline) {
            case RoundRectangle2D round -> inside.rounded(Math.max(0, round.getArcWidth() / 2 - width));
            case Ellipse2D _ -> new Ellipse2D.Double(inside.x(), inside.y(), inside.width(), inside.height());
            default -> inside.rounded(0);
        };
    }
}
