package liveroom.app.window.scene;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import liveroom.app.window.scene.geometry.Arrangement;
import liveroom.app.window.scene.geometry.Drag;
import liveroom.app.window.scene.geometry.Guide;
import liveroom.app.window.scene.geometry.Handle;
import liveroom.app.window.scene.geometry.HitTest;
import liveroom.app.window.scene.geometry.Point;
import liveroom.app.window.scene.geometry.Reach;
import liveroom.app.window.scene.geometry.SnapLines;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.Layer;
import liveroom.capture.show.ShowCommand;
import org.jspecify.annotations.Nullable;

/// Layers under the hand: what the mouse and the keys do on the next scene's picture. A drag shows outlines alone until
/// it ends; then it is one step of the show's history.
///
/// Confined to the JavaFX thread.
public final class HandsOnModel {
    private final DeskModel desk;
    private final LayersModel layers;
    private final DoubleSupplier safeMargin;
    private final ReadOnlyObjectWrapper<Outlines> outlines = new ReadOnlyObjectWrapper<>(Outlines.NONE);
    private VideoFormat format = new VideoFormat(1280, 720);
    private @Nullable Drag drag;
    private @Nullable String pressedSelected;
    private Drag.Result result = Drag.Result.NONE;

    /// A model of the layers of `desk`'s next scene.
    ///
    /// @param safeMargin of the brand kit, a fraction of the picture
    public HandsOnModel(DeskModel desk, LayersModel layers, DoubleSupplier safeMargin) {
        this.desk = desk;
        this.layers = layers;
        this.safeMargin = safeMargin;
        desk.state().subscribe(_ -> show());
        layers.selected().subscribe(_ -> show());
    }

    /// The program's picture, whose pixels the arrow keys count.
    public void format(VideoFormat newFormat) {
        format = newFormat;
    }

    /// What is drawn over the picture.
    public ReadOnlyObjectProperty<Outlines> outlines() {
        return outlines.getReadOnlyProperty();
    }

    /// The mouse goes down: on a handle, a layer, or nothing.
    ///
    /// @param adding whether the layer joins those that are selected
    public void press(Point point, Reach reach, Adding adding) {
        cancel();
        Map<String, Box> movable = movable();
        Box around = outlines.get().around();
        Optional<Handle> handle =
                around == null || movable.isEmpty() ? Optional.empty() : Handle.at(around, point, reach);
        if (handle.isPresent()) {
            drag = new Drag.Resize(movable, handle.get(), lines(movable));
            return;
        }
        Optional<Layer> hit = HitTest.topmost(desk.preview().layers(), point);
        if (hit.isEmpty()) {
            if (adding == Adding.NO) {
                layers.select(Set.of());
            }
            return;
        }
        pick(hit.get(), adding);
        Map<String, Box> picked = movable();
        drag = new Drag.Move(picked, point, lines(picked));
    }

    private void pick(Layer layer, Adding adding) {
        if (adding == Adding.YES) {
            layers.toggle(layer.id());
        } else if (layers.isSelected(layer)) {
            pressedSelected = layer.id();
        } else {
            layers.select(Set.of(layer.id()));
        }
    }

    /// The mouse moves with its button down.
    public void drag(Point point, Reach reach, Set<Drag.Modifier> held) {
        Drag current = drag;
        if (current != null) {
            pressedSelected = null;
            result = current.at(point, held, reach);
            show();
        }
    }

    /// The mouse goes up. What was dragged stays there, as one step of history; a click on one of several selected
    /// layers selects it alone.
    public void release() {
        Map<String, Box> dragged = result.boxes();
        if (pressedSelected != null) {
            layers.select(Set.of(pressedSelected));
        }
        cancel();
        place(dragged);
    }

    /// Forgets the drag that has begun.
    public void cancel() {
        drag = null;
        pressedSelected = null;
        result = Drag.Result.NONE;
        show();
    }

    public boolean isDragging() {
        return drag != null;
    }

    /// Moves the selection by pixels of the program.
    public void nudge(int pixelsRight, int pixelsDown) {
        Map<String, Box> moved = new LinkedHashMap<>();
        movable()
                .forEach((id, box) -> moved.put(
                        id,
                        box.movedTo(
                                Math.clamp(box.x() + (double) pixelsRight / format.width(), -3, 3),
                                Math.clamp(box.y() + (double) pixelsDown / format.height(), -3, 3))));
        place(moved);
    }

    public void arrange(Arrangement arrangement) {
        place(arrangement.applied(movable()));
    }

    /// How many of the selected layers can be moved.
    public int movableCount() {
        return movable().size();
    }

    /// The handle under a point, for the mouse's shape.
    public Optional<Handle> handleAt(Point point, Reach reach) {
        Box around = outlines.get().around();
        return around == null || movable().isEmpty() ? Optional.empty() : Handle.at(around, point, reach);
    }

    private void place(Map<String, Box> boxes) {
        List<Layer> changed = new ArrayList<>();
        for (Layer layer : desk.preview().layers()) {
            Box box = boxes.get(layer.id());
            if (box != null && !box.equals(layer.placement().box())) {
                changed.add(layer.withPlacement(layer.placement().withBox(box)));
            }
        }
        if (!changed.isEmpty()) {
            desk.perform(new ShowCommand.ReplaceLayers(
                    desk.now().previewId(), changed, desk.preview().layers()));
        }
    }

    private Map<String, Box> movable() {
        Map<String, Box> boxes = new LinkedHashMap<>();
        for (Layer layer : layers.selection()) {
            if (!layer.locked()) {
                boxes.put(layer.id(), layer.placement().box());
            }
        }
        return boxes;
    }

    private SnapLines lines(Map<String, Box> moving) {
        List<Box> others = desk.preview().layers().stream()
                .filter(layer -> layer.shown() && !moving.containsKey(layer.id()))
                .map(layer -> layer.placement().box())
                .toList();
        return SnapLines.of(safeMargin.getAsDouble(), others);
    }

    private void show() {
        Map<String, Box> boxes = new LinkedHashMap<>();
        for (Layer layer : layers.selection()) {
            boxes.put(
                    layer.id(),
                    result.boxes().getOrDefault(layer.id(), layer.placement().box()));
        }
        outlines.set(
                Outlines.of(boxes, result.guides(), movable().isEmpty() ? Outlines.Hold.FIRM : Outlines.Hold.FREE));
    }

    /// Whether a press adds to the selection.
    public enum Adding {
        YES,
        NO
    }

    /// What is drawn over the picture.
    ///
    /// @param boxes the selected layers' places, by their identifiers
    /// @param around the box around all of them; `null` if there are none
    public record Outlines(Map<String, Box> boxes, @Nullable Box around, List<Guide> guides, Hold hold) {
        static final Outlines NONE = new Outlines(Map.of(), null, List.of(), Hold.FIRM);

        static Outlines of(Map<String, Box> boxes, List<Guide> guides, Hold hold) {
            return boxes.isEmpty() ? NONE : new Outlines(boxes, Arrangement.around(boxes.values()), guides, hold);
        }

        /// Whether it can be moved and resized.
        public enum Hold {
            FREE,
            FIRM
        }
    }
}
