package liveroom.app.window.scene;

import java.nio.IntBuffer;
import java.util.Objects;
import javafx.collections.MapChangeListener;
import javafx.collections.WeakMapChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import liveroom.app.window.hotkey.Hotkey;
import liveroom.app.window.hotkey.HotkeysModel;
import liveroom.app.window.kit.Controls;
import liveroom.app.window.kit.States;
import liveroom.app.window.kit.Style;
import liveroom.app.window.kit.Words;
import liveroom.capture.scene.Scene;
import org.jspecify.annotations.Nullable;

/// One scene of the strip, as it looks and with its name: framed red while viewers see it, blue while they would if
/// the show were on air, green while it is next.
final class SceneCell extends ListCell<Scene> {
    private static final double FRAME = 2;

    private final ScenesModel model;
    private final StillsModel stills;
    private final HotkeysModel hotkeys;
    private final Label name = Controls.label("", "room-scene-name");
    private final ImageView picture = new ImageView();
    private final StackPane card;
    private final MapChangeListener<String, Still> changed = this::changed;
    private @Nullable Still shown;

    SceneCell(ScenesModel model, StillsModel stills, HotkeysModel hotkeys) {
        this.model = model;
        this.stills = stills;
        this.hotkeys = hotkeys;
        Region dot = new Region();
        dot.getStyleClass().addAll(Style.DOT, "room-scene-dot");
        name.setWrapText(true);
        name.setMaxWidth(Double.MAX_VALUE);
        picture.setSmooth(true);
        picture.setManaged(false);
        picture.relocate(FRAME, FRAME);
        Region frame = new Region();
        frame.getStyleClass().add("room-scene-frame");
        card = new StackPane(picture, name, frame, dot);
        card.getStyleClass().add("room-scene");
        StackPane.setAlignment(name, Pos.BOTTOM_LEFT);
        StackPane.setAlignment(dot, Pos.TOP_RIGHT);
        card.layoutBoundsProperty().subscribe(bounds -> {
            picture.setFitWidth(bounds.getWidth() - 2 * FRAME);
            picture.setFitHeight(bounds.getHeight() - 2 * FRAME);
        });
        stills.stills().addListener(new WeakMapChangeListener<>(changed));
        setOnMouseClicked(click -> {
            Scene scene = getItem();
            if (scene != null && click.getButton() == MouseButton.PRIMARY && click.isStillSincePress()) {
                model.choose(scene);
            }
        });
    }

    private void changed(MapChangeListener.Change<? extends String, ? extends Still> change) {
        Scene scene = getItem();
        if (scene != null && scene.id().equals(change.getKey())) {
            showStill(scene);
        }
    }

    @Override
    protected void updateItem(@Nullable Scene scene, boolean empty) {
        super.updateItem(scene, empty);
        if (empty || scene == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        name.setText(scene.name());
        Tally tally = model.tally(scene);
        card.pseudoClassStateChanged(States.LIVE, tally == Tally.ON_AIR);
        card.pseudoClassStateChanged(States.CHOSEN, tally == Tally.PROGRAM);
        card.pseudoClassStateChanged(States.GOOD, tally == Tally.NEXT);
        showStill(scene);
        setGraphic(card);
        String state = tally.words();
        String words = Hotkey.ofScene(getIndex())
                .map(hotkey -> Words.of("keys.hint", scene.name() + " · " + state, hotkeys.shown(hotkey)))
                .orElse(scene.name() + " · " + state);
        setTooltip(new Tooltip(words));
        setAccessibleText(words);
    }

    private void showStill(Scene scene) {
        Still still = stills.stills().get(scene.id());
        if (!Objects.equals(still, shown)) {
            shown = still;
            picture.setImage(still == null ? null : image(still));
        }
    }

    private static WritableImage image(Still still) {
        WritableImage image = new WritableImage(still.width(), still.height());
        PixelFormat<IntBuffer> format = PixelFormat.getIntArgbPreInstance();
        image.getPixelWriter().setPixels(0, 0, still.width(), still.height(), format, still.argb(), 0, still.width());
        return image;
    }
}
