package liveroom.app.window.scene;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import liveroom.app.window.kit.Words;
import liveroom.app.window.scene.HandsOnModel.Adding;
import liveroom.app.window.scene.HandsOnModel.Outlines;
import liveroom.app.window.scene.geometry.Drag;
import liveroom.app.window.scene.geometry.Guide;
import liveroom.app.window.scene.geometry.Handle;
import liveroom.app.window.scene.geometry.Point;
import liveroom.app.window.scene.geometry.Reach;
import liveroom.capture.scene.Box;

/// Lies over the next scene's picture: outlines, handles and guides, and the hand that moves them.
public final class HandsOnView extends Pane {
    private static final double REACH = 7;
    private static final double HANDLE = 8;
    private static final int BIG_STEP = 10;

    private final HandsOnModel model;
    private final LayersModel layers;

    public HandsOnView(HandsOnModel model, LayersModel layers) {
        this.model = model;
        this.layers = layers;
        getStyleClass().add("room-hands-on");
        setId("hands-on");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.NODE);
        setAccessibleText(Words.of("hands.name"));
        setAccessibleHelp(Words.of("hands.help"));
        Rectangle clip = new Rectangle();
        setClip(clip);
        layoutBoundsProperty().subscribe(bounds -> {
            clip.setX(-HANDLE);
            clip.setY(-HANDLE);
            clip.setWidth(bounds.getWidth() + 2 * HANDLE);
            clip.setHeight(bounds.getHeight() + 2 * HANDLE);
            draw(model.outlines().get());
        });
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> model.release());
        addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        model.outlines().subscribe(this::draw);
    }

    private void press(MouseEvent event) {
        requestFocus();
        if (event.getButton() == MouseButton.PRIMARY) {
            model.press(point(event), reach(), event.isShiftDown() ? Adding.YES : Adding.NO);
        }
        event.consume();
    }

    private void drag(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            model.drag(point(event), reach(), held(event));
        }
        event.consume();
    }

    private static Set<Drag.Modifier> held(MouseEvent event) {
        Set<Drag.Modifier> held = EnumSet.noneOf(Drag.Modifier.class);
        if (event.isShiftDown()) {
            held.add(Drag.Modifier.KEEP_SHAPE);
        }
        if (event.isAltDown()) {
            held.add(Drag.Modifier.DO_NOT_SNAP);
        }
        return held;
    }

    private void hover(MouseEvent event) {
        Optional<Handle> handle = model.handleAt(point(event), reach());
        setCursor(handle.map(HandsOnView::cursor).orElse(Cursor.DEFAULT));
    }

    private static Cursor cursor(Handle handle) {
        return switch (handle) {
            case TOP_LEFT -> Cursor.NW_RESIZE;
            case TOP -> Cursor.N_RESIZE;
            case TOP_RIGHT -> Cursor.NE_RESIZE;
            case RIGHT -> Cursor.E_RESIZE;
            case BOTTOM_RIGHT -> Cursor.SE_RESIZE;
            case BOTTOM -> Cursor.S_RESIZE;
            case BOTTOM_LEFT -> Cursor.SW_RESIZE;
            case LEFT -> Cursor.W_RESIZE;
        };
    }

    private void key(KeyEvent event) {
        if (event.isAltDown()) {
            return;
        }
        int step = event.isShiftDown() ? BIG_STEP : 1;
        switch (event.getCode()) {
            case LEFT -> model.nudge(-step, 0);
            case RIGHT -> model.nudge(step, 0);
            case UP -> model.nudge(0, -step);
            case DOWN -> model.nudge(0, step);
            case DELETE, BACK_SPACE -> layers.removeSelected();
            case ESCAPE -> escape();
            case A -> {
                if (!event.isShortcutDown()) {
                    return;
                }
                layers.selectAll();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    /// Gives up a drag that is under way; else lets everything go.
    private void escape() {
        if (model.isDragging()) {
            model.cancel();
        } else {
            layers.select(Set.of());
        }
    }

    private Point point(MouseEvent event) {
        return new Point(event.getX() / Math.max(1, getWidth()), event.getY() / Math.max(1, getHeight()));
    }

    private Reach reach() {
        return new Reach(REACH / Math.max(1, getWidth()), REACH / Math.max(1, getHeight()));
    }

    private void draw(Outlines outlines) {
        List<Node> drawn = new ArrayList<>();
        outlines.boxes().values().forEach(box -> drawn.add(outline(box)));
        outlines.guides().forEach(guide -> drawn.add(line(guide)));
        Box around = outlines.around();
        if (around != null) {
            if (outlines.boxes().size() > 1) {
                Region frame = outline(around);
                frame.getStyleClass().add("room-outline-around");
                drawn.add(frame);
            }
            if (outlines.hold() == Outlines.Hold.FREE) {
                for (Handle handle : Handle.values()) {
                    drawn.add(handle(handle, around));
                }
            }
        }
        getChildren().setAll(drawn);
    }

    private Region outline(Box box) {
        Region region = new Region();
        region.getStyleClass().add("room-outline");
        region.setManaged(false);
        region.setMouseTransparent(true);
        double left = snapped(box.x() * getWidth());
        double top = snapped(box.y() * getHeight());
        region.resizeRelocate(
                left, top, snapped(box.right() * getWidth()) - left, snapped(box.bottom() * getHeight()) - top);
        return region;
    }

    private Region handle(Handle handle, Box box) {
        Region region = new Region();
        region.getStyleClass().add("room-handle");
        region.setManaged(false);
        region.setMouseTransparent(true);
        region.resizeRelocate(
                snapped(handle.x(box) * getWidth() - HANDLE / 2),
                snapped(handle.y(box) * getHeight() - HANDLE / 2),
                HANDLE,
                HANDLE);
        return region;
    }

    private Line line(Guide guide) {
        double x = snapped(guide.at() * getWidth()) + 0.5;
        double y = snapped(guide.at() * getHeight()) + 0.5;
        Line line = switch (guide.axis()) {
            case STANDING -> new Line(x, 0, x, getHeight());
            case LYING -> new Line(0, y, getWidth(), y);
        };
        line.getStyleClass().add("room-guide");
        line.setManaged(false);
        line.setMouseTransparent(true);
        return line;
    }

    /// On a whole pixel, so that lines are sharp.
    private static double snapped(double place) {
        return Math.rint(place);
    }
}
