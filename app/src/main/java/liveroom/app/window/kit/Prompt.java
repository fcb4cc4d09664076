package liveroom.app.window.kit;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Asks for one line of text.
public final class Prompt {
    private static final int MAX_CHARACTERS = 80;

    private Prompt() {}

    /// Shows the question of `key`: `KEY.title`, and `KEY.yes` with its `KEY.yes.hint`.
    ///
    /// @param before what stands in the field at first
    /// @param answered is given the text, which is not blank
    public static void ask(Overlay overlay, String key, String before, Consumer<String> answered) {
        TextField field = new TextField(before);
        field.setId("prompt");
        field.setTextFormatter(new javafx.scene.control.TextFormatter<String>(
                change -> change.getControlNewText().length() <= MAX_CHARACTERS ? change : null));
        Controls.name(field, Words.of(key + ".title"));
        Runnable answer = () -> {
            String text = field.getText().strip();
            if (!text.isEmpty()) {
                overlay.close();
                answered.accept(text);
            }
        };
        field.setOnAction(_ -> answer.run());
        Button yes = Controls.button(key + ".yes", Feather.CHECK, answer, Style.MAIN_BUTTON);
        yes.setGraphic(null);
        yes.setId("prompt-yes");
        yes.disableProperty().bind(field.textProperty().map(String::isBlank));
        Button no = Controls.button("dialog.cancel", Feather.X, overlay::close);
        no.setGraphic(null);
        HBox buttons = new HBox(no, yes);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.getStyleClass().add(Style.ROW);
        VBox box = new VBox(Controls.label(Words.of(key + ".title"), Style.HEADING), field, buttons);
        box.setPrefWidth(400);
        box.setId("prompt-dialog");
        overlay.show(box, field, () -> {});
        field.selectAll();
    }
}
