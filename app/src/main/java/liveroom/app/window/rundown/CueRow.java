package liveroom.app.window.rundown;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import liveroom.app.window.kit.Controls;
import liveroom.app.window.kit.States;
import liveroom.app.window.kit.Style;
import liveroom.app.window.kit.Words;
import liveroom.capture.scene.Cue;
import org.jspecify.annotations.Nullable;

/// One cue: its place, its name, what it does. A double click makes it the next one.
final class CueRow extends ListCell<Cue> {
    private final RundownModel model;
    private final Label number = Controls.label("", Style.FIGURE, "room-cue-number");
    private final Label name = Controls.label("");
    private final Label action = Controls.label("", Style.SMALL_TEXT, Style.MUTED_TEXT);
    private final HBox box;

    CueRow(RundownModel model) {
        this.model = model;
        VBox words = new VBox(name, action);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        box = new HBox(number, words);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("room-cue");
        setPrefWidth(0);
        setOnMouseClicked(click -> {
            Cue cue = getItem();
            if (cue != null && click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2) {
                model.skipTo(cue);
            }
        });
    }

    @Override
    protected void updateItem(@Nullable Cue cue, boolean empty) {
        super.updateItem(cue, empty);
        if (empty || cue == null) {
            setGraphic(null);
            return;
        }
        boolean next = model.isNext(cue);
        number.setText(Integer.toString(getIndex() + 1));
        name.setText(cue.label());
        action.setText(model.words(cue));
        box.pseudoClassStateChanged(States.GOOD, next);
        setGraphic(box);
        setAccessibleText(
                Words.of(next ? "cue.spoken.next" : "cue.spoken", getIndex() + 1, cue.label(), model.words(cue)));
    }
}
