package liveroom.app.window.scene.geometry;

import java.util.Collection;
import liveroom.capture.scene.Box;

/// Boxes made of boxes.
final class Boxes {
    private static final double FAR = 3;

    private Boxes() {}

    /// The box with these edges, brought within what a box may be.
    static Box of(double x, double y, double width, double height) {
        return new Box(
                Math.clamp(x, -FAR, FAR),
                Math.clamp(y, -FAR, FAR),
                Math.clamp(width, Box.SMALLEST, FAR),
                Math.clamp(height, Box.SMALLEST, FAR));
    }

    static Box moved(Box box, double dx, double dy) {
        return of(box.x() + dx, box.y() + dy, box.width(), box.height());
    }

    /// The smallest box around all.
    static Box around(Collection<Box> boxes) {
        double left = boxes.stream().mapToDouble(Box::x).min().orElse(0);
        double top = boxes.stream().mapToDouble(Box::y).min().orElse(0);
        double right = boxes.stream().mapToDouble(Box::right).max().orElse(1);
        double bottom = boxes.stream().mapToDouble(Box::bottom).max().orElse(1);
        return of(left, top, right - left, bottom - top);
    }

    /// Where `box` comes to lie when `before` becomes `after` and it goes along.
    static Box carried(Box box, Box before, Box after) {
        double scaleX = after.width() / before.width();
        double scaleY = after.height() / before.height();
        return of(
                after.x() + (box.x() - before.x()) * scaleX,
                after.y() + (box.y() - before.y()) * scaleY,
                box.width() * scaleX,
                box.height() * scaleY);
    }
}
