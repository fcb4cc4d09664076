package liveroom.app.window.kit;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;

/// What stands where there is nothing yet: what will be here, and how it comes to be.
public final class EmptyState extends VBox {
    /// Two lines and what to do about it.
    ///
    /// @param key `KEY.title` and `KEY.text`
    /// @param actions buttons under the words
    public EmptyState(Feather picture, String key, Node... actions) {
        getStyleClass().add(Style.EMPTY_STATE);
        setAlignment(Pos.CENTER);
        Label title = Controls.label(Words.of(key + ".title"), Style.HEADING);
        Label text = Controls.label(Words.of(key + ".text"), Style.MUTED_TEXT);
        for (Label label : new Label[] {title, text}) {
            label.setWrapText(true);
            label.setTextAlignment(TextAlignment.CENTER);
            label.setAlignment(Pos.CENTER);
            label.setMinHeight(USE_PREF_SIZE);
        }
        getChildren().addAll(Controls.icon(picture), title, text);
        getChildren().addAll(actions);
        setPickOnBounds(false);
    }
}
