package liveroom.app.window.kit;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Lies over the window and shows one dialog at a time, on a scrim. Escape or a click beside the dialog closes it;
/// the keyboard stays inside it, and goes back where it was afterwards.
///
/// Confined to the JavaFX thread.
public final class Overlay extends Pane {
    private static final double MARGIN = 24;

    private final Region scrim = new Region();
    private final Deque<Shown> shown = new ArrayDeque<>();

    public Overlay() {
        scrim.getStyleClass().add(Style.SCRIM);
        scrim.setOnMouseClicked(_ -> leave());
        setVisible(false);
        getChildren().add(scrim);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                leave();
                event.consume();
            }
        });
        sceneProperty().subscribe((before, after) -> {
            if (after != null) {
                after.focusOwnerProperty().subscribe(this::keepFocus);
            }
        });
    }

    /// Shows a dialog over whatever is shown.
    ///
    /// @param first what gets the keyboard
    public void show(Region dialog, Node first, Runnable closed) {
        Scene scene = getScene();
        shown.push(new Shown(dialog, first, scene == null ? null : scene.getFocusOwner(), closed));
        dialog.getStyleClass().add(Style.DIALOG);
        getChildren().add(dialog);
        scrim.toFront();
        dialog.toFront();
        setVisible(true);
        FxThread.later(() -> {
            // What scrolls is not in the window before it has its skin, and could not have the keyboard.
            dialog.applyCss();
            first.requestFocus();
        });
    }

    /// A dialog that decides itself what becomes of a wish to leave it.
    public interface Guarded {
        /// Called for Escape and a click beside the dialog, in the place of [Overlay#close()].
        void leave();
    }

    private void leave() {
        Shown top = shown.peek();
        if (top != null && top.dialog instanceof Guarded guarded) {
            guarded.leave();
        } else {
            close();
        }
    }

    /// Closes the dialog on top.
    public void close() {
        Shown top = shown.poll();
        if (top == null) {
            return;
        }
        getChildren().remove(top.dialog);
        Shown below = shown.peek();
        setVisible(below != null);
        if (below != null) {
            below.dialog.toFront();
        }
        if (top.before != null) {
            top.before.requestFocus();
        }
        top.closed.run();
    }

    public boolean isOpen() {
        return !shown.isEmpty();
    }

    /// Each dialog in the middle, as large as it likes, but inside the window.
    @Override
    protected void layoutChildren() {
        scrim.resizeRelocate(0, 0, getWidth(), getHeight());
        for (Shown each : shown) {
            double width = Math.min(each.dialog.prefWidth(-1), getWidth() - 2 * MARGIN);
            double height = Math.min(each.dialog.prefHeight(width), getHeight() - 2 * MARGIN);
            each.dialog.resizeRelocate(
                    Math.floor((getWidth() - width) / 2), Math.floor((getHeight() - height) / 2), width, height);
        }
    }

    private void keepFocus(@Nullable Node owner) {
        Shown top = shown.peek();
        if (top != null && owner != null && owner.getScene().equals(getScene()) && !isInside(owner, top.dialog)) {
            FxThread.later(top.first::requestFocus);
        }
    }

    private static boolean isInside(Node node, Node ancestor) {
        Node at = node;
        while (at != null) {
            if (at.equals(ancestor)) {
                return true;
            }
            at = at.getParent();
        }
        return false;
    }

    private record Shown(
            Region dialog, Node first, @Nullable Node before, Runnable closed) {}
}
