package liveroom.capture.graphics;

import java.awt.geom.Ellipse2D;
import liveroom.capture.scene.Content.Shape;

/// A plain shape that fills its box.
final class ShapeFill {
    private ShapeFill() {}

    static Drawn draw(Easel easel, Shape content) {
        Rect box = easel.box();
        easel.sheet().fill(box.rounded(0), easel.palette().of(content.fill()));
        return Drawn.forGood(
                switch (content.outline()) {
                    case RECTANGLE -> box.rounded(easel.lookRadius());
                    case ELLIPSE -> new Ellipse2D.Double(box.x(), box.y(), box.width(), box.height());
                });
    }
}
