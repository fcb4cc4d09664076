package liveroom.app.window.scene;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import liveroom.app.window.kit.Controls;
import liveroom.app.window.kit.States;
import liveroom.app.window.kit.Words;
import liveroom.capture.scene.Layer;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One layer of the list: what it is, whether it is shown, whether it is locked.
final class LayerRow extends ListCell<Layer> {
    private final LayersModel model;
    private final Label name = Controls.label("");
    private final Button eye;
    private final Button lock;
    private final HBox box;

    LayerRow(LayersModel model) {
        this.model = model;
        eye = Controls.iconButton("layer.toggle", Feather.EYE, () -> act(Act.SHOW));
        lock = Controls.iconButton("layer.lock", Feather.UNLOCK, () -> act(Act.LOCK));
        for (Button button : new Button[] {eye, lock}) {
            button.getStyleClass().add("room-row-menu");
            button.setFocusTraversable(false);
        }
        name.setMaxWidth(Double.MAX_VALUE);
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.ALWAYS);
        box = new HBox(name, lock, eye);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("room-layer");
        setPrefWidth(0);
    }

    private void act(Act act) {
        Layer layer = getItem();
        if (layer != null) {
            switch (act) {
                case SHOW -> model.toggleShown(layer);
                case LOCK -> model.toggleLocked(layer);
            }
        }
    }

    @Override
    protected void updateItem(@Nullable Layer layer, boolean empty) {
        super.updateItem(layer, empty);
        if (empty || layer == null) {
            setGraphic(null);
            return;
        }
        LayerKind kind = LayerKind.of(layer.content());
        name.setText(layer.name());
        name.setGraphic(Controls.icon(icon(kind)));
        Controls.picture(eye, layer.shown() ? Feather.EYE : Feather.EYE_OFF);
        Controls.picture(lock, layer.locked() ? Feather.LOCK : Feather.UNLOCK);
        Controls.name(eye, Words.of(layer.shown() ? "layer.hide" : "layer.show", layer.name()));
        Controls.name(lock, Words.of(layer.locked() ? "layer.unlock" : "layer.lockIt", layer.name()));
        eye.setId("eye-" + layer.id());
        lock.setId("lock-" + layer.id());
        box.pseudoClassStateChanged(States.MUTED, !layer.shown());
        lock.setOpacity(layer.locked() ? 1 : 0.45);
        setGraphic(box);
        setId("layer-" + layer.id());
        setAccessibleText(Words.of(
                "layer.spoken",
                layer.name(),
                kind.words(),
                Words.of(layer.shown() ? "layer.isShown" : "layer.isHidden"),
                Words.of(layer.locked() ? "layer.isLocked" : "layer.isFree")));
    }

    static Feather icon(LayerKind kind) {
        return switch (kind) {
            case SOURCE -> Feather.VIDEO;
            case IMAGE -> Feather.IMAGE;
            case TEXT -> Feather.TYPE;
            case LOWER_THIRD -> Feather.USER;
            case TICKER -> Feather.FAST_FORWARD;
            case CLOCK -> Feather.CLOCK;
            case COUNTDOWN -> Feather.WATCH;
            case PRODUCT -> Feather.SHOPPING_BAG;
            case COMMENT -> Feather.MESSAGE_CIRCLE;
            case SHAPE -> Feather.SQUARE;
            case BACKGROUND -> Feather.GRID;
            case SLATE -> Feather.COFFEE;
        };
    }

    private enum Act {
        SHOW,
        LOCK
    }
}
