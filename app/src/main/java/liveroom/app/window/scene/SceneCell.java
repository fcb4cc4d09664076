package liveroom.app.window.scene;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import liveroom.app.window.hotkey.Hotkey;
import liveroom.app.window.hotkey.HotkeysModel;
import liveroom.app.window.kit.Controls;
import liveroom.app.window.kit.States;
import liveroom.app.window.kit.Style;
import liveroom.app.window.kit.Words;
import liveroom.capture.scene.Scene;
import org.jspecify.annotations.Nullable;

/// One scene of the strip: red while viewers see it, blue while they would if the show were on air, green while it is
/// next.
final class SceneCell extends ListCell<Scene> {
    private final ScenesModel model;
    private final HotkeysModel hotkeys;
    private final Label name = Controls.label("");
    private final HBox box;

    SceneCell(ScenesModel model, HotkeysModel hotkeys) {
        this.model = model;
        this.hotkeys = hotkeys;
        Region dot = new Region();
        dot.getStyleClass().add(Style.DOT);
        box = new HBox(dot, name);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("room-scene");
        name.setMaxWidth(160);
        setOnMouseClicked(click -> {
            Scene scene = getItem();
            if (scene != null && click.getButton() == MouseButton.PRIMARY && click.isStillSincePress()) {
                model.choose(scene);
            }
        });
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
        box.pseudoClassStateChanged(States.LIVE, tally == Tally.ON_AIR);
        box.pseudoClassStateChanged(States.CHOSEN, tally == Tally.PROGRAM);
        box.pseudoClassStateChanged(States.GOOD, tally == Tally.NEXT);
        setGraphic(box);
        String state = tally.words();
        String words = Hotkey.ofScene(getIndex())
                .map(hotkey -> Words.of("keys.hint", scene.name() + " · " + state, hotkeys.shown(hotkey)))
                .orElse(scene.name() + " · " + state);
        setTooltip(new Tooltip(words));
        setAccessibleText(words);
    }
}
