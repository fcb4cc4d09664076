package liveroom.app.window.hotkey;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import liveroom.app.window.kit.Controls;
import liveroom.app.window.kit.Overlay;
import liveroom.app.window.kit.Scroller;
import liveroom.app.window.kit.Style;
import liveroom.app.window.kit.Words;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The keys, what they do, and those that can be changed: press one and then the new keys.
public final class KeysDialog extends VBox {
    private final HotkeysModel model;
    private final GridPane grid = new GridPane();
    private final Label problem = Controls.label("", Style.SMALL_TEXT, Style.PROBLEM_TEXT);
    private @Nullable Hotkey listening;

    private KeysDialog(HotkeysModel model, Overlay overlay, Button close) {
        this.model = model;
        getStyleClass().add("room-shortcuts-dialog");
        setId("shortcuts-dialog");
        setPrefWidth(520);
        HBox head = new HBox(Controls.label(Words.of("shortcuts.title"), Style.HEADING), Controls.spring(), close);
        head.setAlignment(Pos.CENTER_LEFT);
        grid.getStyleClass().add("room-shortcuts");
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, new ColumnConstraints());
        problem.setId("keys-problem");
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE);
        Button reset = Controls.button("keys.reset", Feather.ROTATE_CCW, model::reset, Style.QUIET_BUTTON);
        reset.setId("keys-reset");
        HBox.setHgrow(problem, Priority.ALWAYS);
        problem.setMaxWidth(Double.MAX_VALUE);
        HBox foot = new HBox(problem, reset);
        foot.setAlignment(Pos.CENTER_RIGHT);
        foot.getStyleClass().add(Style.ROW);
        getChildren().addAll(head, new Scroller(grid), foot);
        addEventFilter(KeyEvent.KEY_PRESSED, this::listen);
        overlay.show(this, close, model.keys().subscribe(_ -> fill())::unsubscribe);
    }

    /// Shows the keys.
    public static void open(HotkeysModel model, Overlay overlay) {
        Button close = Controls.iconButton("dialog.close", Feather.X, overlay::close);
        new KeysDialog(model, overlay, close);
    }

    private void fill() {
        grid.getChildren().clear();
        int row = 0;
        for (Hotkey hotkey : Hotkey.values()) {
            Label name = Controls.label(HotkeysModel.name(hotkey));
            Node keys = switch (hotkey.freedom()) {
                case CHANGEABLE -> changer(hotkey);
                case FIXED -> Controls.label(model.shown(hotkey), "room-key");
            };
            GridPane.setHalignment(keys, javafx.geometry.HPos.RIGHT);
            grid.addRow(row++, name, keys);
        }
    }

    private Button changer(Hotkey hotkey) {
        Button button = new Button(model.shown(hotkey), Controls.icon(Feather.EDIT_2));
        button.getStyleClass().addAll("room-key", "room-key-changer");
        button.setId("key-" + hotkey.name());
        button.setMnemonicParsing(false);
        Controls.hint(button, Words.of("keys.change.hint", HotkeysModel.name(hotkey)));
        button.setAccessibleText(Words.of("keys.change.name", HotkeysModel.name(hotkey), model.shown(hotkey)));
        button.setOnAction(_ -> {
            listening = hotkey;
            button.setText(Words.of("keys.press"));
            problem.setText("");
        });
        button.focusedProperty().subscribe(focused -> {
            if (!focused && hotkey.equals(listening)) {
                stop();
            }
        });
        return button;
    }

    /// Takes the next keys for the action that was pressed; Tab goes on as ever.
    private void listen(KeyEvent event) {
        Hotkey hotkey = listening;
        if (hotkey == null || event.getCode() == KeyCode.TAB) {
            return;
        }
        event.consume();
        String keys = Hotkeys.held(event);
        if (keys.isEmpty()) {
            return;
        }
        Optional<String> refused = model.change(hotkey, keys);
        stop();
        problem.setText(refused.orElse(""));
        Node again = grid.lookup("#key-" + hotkey.name());
        if (again != null) {
            again.requestFocus();
        }
    }

    private void stop() {
        listening = null;
        fill();
    }
}
