package liveroom.app.window;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseButton;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.Layer;
import liveroom.capture.show.DeskState;

/// A window whose next scene is worked on by hand.
abstract class SceneWindowTest extends WindowTest {
    final DeskState desk() {
        return studio.desk().state();
    }

    final Layer layer(String id) {
        return desk().preview().layer(id).orElseThrow();
    }

    final Box box(String id) {
        return layer(id).placement().box();
    }

    final List<String> layers() {
        return desk().preview().layers().stream().map(Layer::id).toList();
    }

    /// A point of the next scene's picture, in fractions of it, on the screen.
    final Point2D onPicture(double x, double y) {
        Bounds bounds = onScreen("hands-on");
        return new Point2D(bounds.getMinX() + x * bounds.getWidth(), bounds.getMinY() + y * bounds.getHeight());
    }

    final Bounds onScreen(String id) {
        return WindowHarness.onFx(() -> {
            Node node = window.find(id, Node.class);
            return node.localToScreen(node.getLayoutBounds());
        });
    }

    final void drag(Point2D from, Point2D to) {
        take(from, to);
        window.robot().release(MouseButton.PRIMARY);
    }

    /// Drags, and does not let go yet.
    final void take(Point2D from, Point2D to) {
        window.robot().moveTo(from);
        window.robot().press(MouseButton.PRIMARY);
        window.robot().moveTo(from.midpoint(to));
        window.robot().moveTo(to);
    }

    final void awaitNextPicture() {
        window.await(
                "the next scene is shown",
                () -> window.find("next-picture", ImageView.class).getImage() != null);
    }
}
