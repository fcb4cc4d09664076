package liveroom.app.window.scene.geometry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import liveroom.capture.scene.Box;

/// One drag of the mouse over boxes: where each of them would be if it ended here. Immutable; the boxes
/// are those at its beginning, so that nothing adds up on the way.
public sealed interface Drag {
    /// Where the boxes are when the mouse is at `to`.
    Result at(Point to, Set<Modifier> held, Reach reach);

    /// Keys that change what a drag does.
    enum Modifier {
        /// Keeps the shape when resizing, and the straight way when moving.
        KEEP_SHAPE,
        DO_NOT_SNAP
    }

    /// The boxes by the identifiers they were given with, and the lines they have snapped to.
    record Result(Map<String, Box> boxes, List<Guide> guides) {
        public static final Result NONE = new Result(Map.of(), List.of());
    }

    /// All boxes go where the mouse goes.
    record Move(Map<String, Box> boxes, Point from, SnapLines lines) implements Drag {
        @Override
        public Result at(Point to, Set<Modifier> held, Reach reach) {
            double dx = to.x() - from.x();
            double dy = to.y() - from.y();
            if (held.contains(Modifier.KEEP_SHAPE)) {
                boolean across = Math.abs(dx) > Math.abs(dy);
                dx = across ? dx : 0;
                dy = across ? 0 : dy;
            }
            SnapLines wanted = held.contains(Modifier.DO_NOT_SNAP) ? SnapLines.NONE : lines;
            Box before = Boxes.around(boxes.values());
            Box after = wanted.move(Boxes.moved(before, dx, dy), reach);
            double stepX = after.x() - before.x();
            double stepY = after.y() - before.y();
            Map<String, Box> moved = new LinkedHashMap<>();
            boxes.forEach((id, box) -> moved.put(id, Boxes.moved(box, stepX, stepY)));
            return new Result(moved, wanted.guides(after));
        }
    }

    /// The box around all is pulled at one of its handles, and they go along with it.
    record Resize(Map<String, Box> boxes, Handle handle, SnapLines lines) implements Drag {
        @Override
        public Result at(Point to, Set<Modifier> held, Reach reach) {
            SnapLines wanted = held.contains(Modifier.DO_NOT_SNAP) ? SnapLines.NONE : lines;
            Box before = Boxes.around(boxes.values());
            Box pulled = pulled(before, wanted.edgeX(to.x(), reach), wanted.edgeY(to.y(), reach));
            Box after = held.contains(Modifier.KEEP_SHAPE) ? inShape(before, pulled) : pulled;
            Map<String, Box> resized = new LinkedHashMap<>();
            boxes.forEach((id, box) -> resized.put(id, Boxes.carried(box, before, after)));
            return new Result(resized, wanted.guides(after));
        }

        private Box pulled(Box box, double x, double y) {
            double left = handle.sideX() < 0 ? Math.min(x, box.right() - Box.SMALLEST) : box.x();
            double right = handle.sideX() > 0 ? Math.max(x, box.x() + Box.SMALLEST) : box.right();
            double top = handle.sideY() < 0 ? Math.min(y, box.bottom() - Box.SMALLEST) : box.y();
            double bottom = handle.sideY() > 0 ? Math.max(y, box.y() + Box.SMALLEST) : box.bottom();
            return Boxes.of(left, top, right - left, bottom - top);
        }

        /// As large as the longer pull makes it; the edges opposite the handle stay.
        private Box inShape(Box before, Box pulled) {
            double byWidth = pulled.width() / before.width();
            double byHeight = pulled.height() / before.height();
            double scale = handle.sideX() == 0 ? byHeight : handle.sideY() == 0 ? byWidth : Math.max(byWidth, byHeight);
            double width = before.width() * scale;
            double height = before.height() * scale;
            double x = handle.sideX() < 0
                    ? before.right() - width
                    : handle.sideX() > 0 ? before.x() : before.x() + (before.width() - width) / 2;
            double y = handle.sideY() < 0
                    ? before.bottom() - height
                    : handle.sideY() > 0 ? before.y() : before.y() + (before.height() - height) / 2;
            return Boxes.of(x, y, width, height);
        }
    }
}
