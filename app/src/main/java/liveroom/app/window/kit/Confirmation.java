package liveroom.app.window.kit;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Asks before something that cannot be undone.
public final class Confirmation {
    private Confirmation() {}

    /// Shows the question of `key`: `KEY.title`, `KEY.text`, `KEY.yes`, `KEY.no`.
    ///
    /// @param arguments of the text
    /// @return the question, in the window until it is answered
    public static Region ask(Overlay overlay, String key, Runnable confirmed, Object... arguments) {
        Label title = Controls.label(Words.of(key + ".title"), Style.HEADING);
        Label text = Controls.label(Words.of(key + ".text", arguments));
        text.setWrapText(true);
        text.setMinHeight(VBox.USE_PREF_SIZE);
        Button yes = new Button(Words.of(key + ".yes"));
        yes.getStyleClass().add(Style.DANGER_BUTTON);
        yes.setId("confirm");
        Button no = new Button(Words.of(key + ".no"));
        no.setCancelButton(true);
        no.setId("refuse");
        no.setOnAction(_ -> overlay.close());
        yes.setOnAction(_ -> {
            overlay.close();
            confirmed.run();
        });
        Controls.hint(yes, yes.getText());
        Controls.hint(no, no.getText());
        HBox buttons = new HBox(no, yes);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.getStyleClass().add(Style.ROW);
        VBox box = new VBox(title, text, buttons);
        box.getStyleClass().add("room-confirmation");
        box.setPrefWidth(440);
        box.setAccessibleText(title.getText());
        overlay.show(box, no, () -> {});
        return box;
    }
}
