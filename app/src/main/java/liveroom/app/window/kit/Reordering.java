package liveroom.app.window.kit;

import java.util.List;
import java.util.function.BiConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// Lets a list be put in order: by dragging its rows, and with Alt and the arrow keys.
public final class Reordering<T> {
    private static final PseudoClass BEFORE = PseudoClass.getPseudoClass("drop-before");
    private static final PseudoClass AFTER = PseudoClass.getPseudoClass("drop-after");
    private static final double STILL_A_CLICK = 6;

    private final ListView<T> list;
    private final BiConsumer<T, Integer> move;
    private double pressedAt;
    private @Nullable T dragged;

    /// Puts a list in the host's hands.
    ///
    /// @param move is told the row and its new place, counted from 0, as if the row were no longer in its old one
    public Reordering(ListView<T> list, BiConsumer<T, Integer> move) {
        this.list = list;
        this.move = move;
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::moveByKey);
    }

    /// Makes a row draggable.
    public void install(ListCell<T> cell) {
        cell.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            pressedAt = place(event);
            dragged = null;
        });
        cell.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> {
            T item = cell.getItem();
            boolean far = Math.abs(place(event) - pressedAt) > STILL_A_CLICK;
            if (item != null && event.getButton() == MouseButton.PRIMARY && (far || dragged != null)) {
                dragged = item;
                mark(target(event));
                event.consume();
            }
        });
        cell.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> {
            T item = dragged;
            dragged = null;
            mark(-1);
            if (item != null) {
                int from = list.getItems().indexOf(item);
                int to = target(event);
                move.accept(item, to > from ? to - 1 : to);
                event.consume();
            }
        });
    }

    /// Whether the mouse is about to put a row elsewhere, so that its release is no click.
    public boolean isDragging() {
        return dragged != null;
    }

    private void moveByKey(KeyEvent event) {
        boolean across = list.getOrientation() == Orientation.HORIZONTAL;
        KeyCode back = across ? KeyCode.LEFT : KeyCode.UP;
        KeyCode forth = across ? KeyCode.RIGHT : KeyCode.DOWN;
        T item = list.getSelectionModel().getSelectedItem();
        if (item == null || !event.isAltDown() || (event.getCode() != back && event.getCode() != forth)) {
            return;
        }
        event.consume();
        int to = list.getItems().indexOf(item) + (event.getCode() == back ? -1 : 1);
        if (to >= 0 && to < list.getItems().size()) {
            move.accept(item, to);
        }
    }

    private double place(MouseEvent event) {
        return list.getOrientation() == Orientation.HORIZONTAL ? event.getSceneX() : event.getSceneY();
    }

    /// How many rows lie before the mouse.
    private int target(MouseEvent event) {
        int target = 0;
        for (ListCell<?> cell : cells()) {
            Bounds bounds = cell.localToScene(cell.getLayoutBounds());
            double middle = list.getOrientation() == Orientation.HORIZONTAL ? bounds.getCenterX() : bounds.getCenterY();
            if (middle < place(event)) {
                target = Math.max(target, cell.getIndex() + 1);
            }
        }
        return target;
    }

    private void mark(int target) {
        int last = list.getItems().size() - 1;
        for (ListCell<?> cell : cells()) {
            cell.pseudoClassStateChanged(BEFORE, cell.getIndex() == target);
            cell.pseudoClassStateChanged(AFTER, cell.getIndex() == last && target > last);
        }
    }

    private List<ListCell<?>> cells() {
        return list.lookupAll(".list-cell").stream()
                .filter(ListCell.class::isInstance)
                .<ListCell<?>>map(node -> (ListCell<?>) node)
                .filter(cell -> !cell.isEmpty())
                .toList();
    }
}
