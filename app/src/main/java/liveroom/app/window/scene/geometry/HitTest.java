package liveroom.app.window.scene.geometry;

import java.util.List;
import java.util.Optional;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.Layer;

/// Which layer the mouse means.
public final class HitTest {
    private HitTest() {}

    /// The layer in front at a point, of those that are shown and not locked.
    public static Optional<Layer> topmost(List<Layer> layers, Point point) {
        return layers.reversed().stream()
                .filter(layer -> layer.shown() && !layer.locked())
                .filter(layer -> contains(layer.placement().box(), point))
                .findFirst();
    }

    static boolean contains(Box box, Point point) {
        return point.x() >= box.x() && point.x() <= box.right() && point.y() >= box.y() && point.y() <= box.bottom();
    }
}
