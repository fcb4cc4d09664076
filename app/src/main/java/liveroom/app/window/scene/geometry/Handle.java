package liveroom.app.window.scene.geometry;

import java.util.Optional;
import liveroom.capture.scene.Box;

/// One of the eight places where a box is taken to resize it.
public enum Handle {
    TOP_LEFT(-1, -1),
    TOP(0, -1),
    TOP_RIGHT(1, -1),
    RIGHT(1, 0),
    BOTTOM_RIGHT(1, 1),
    BOTTOM(0, 1),
    BOTTOM_LEFT(-1, 1),
    LEFT(-1, 0);

    private final int sideX;
    private final int sideY;

    Handle(int sideX, int sideY) {
        this.sideX = sideX;
        this.sideY = sideY;
    }

    /// -1 if it moves the left edge, 1 if the right one, 0 if neither.
    public int sideX() {
        return sideX;
    }

    /// -1 if it moves the upper edge, 1 if the lower one, 0 if neither.
    public int sideY() {
        return sideY;
    }

    /// Whether it moves two edges at once.
    public boolean isCorner() {
        return sideX != 0 && sideY != 0;
    }

    public double x(Box box) {
        return box.x() + box.width() * (sideX + 1) / 2;
    }

    public double y(Box box) {
        return box.y() + box.height() * (sideY + 1) / 2;
    }

    /// The handle of `box` under a point; corners go before edges.
    public static Optional<Handle> at(Box box, Point point, Reach reach) {
        Handle found = null;
        for (Handle handle : values()) {
            boolean near = Math.abs(handle.x(box) - point.x()) <= reach.x()
                    && Math.abs(handle.y(box) - point.y()) <= reach.y();
            if (near && (found == null || handle.isCorner())) {
                found = handle;
            }
        }
        return Optional.ofNullable(found);
    }
}
