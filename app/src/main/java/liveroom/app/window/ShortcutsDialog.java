package liveroom.app.window;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import liveroom.app.window.kit.Controls;
import liveroom.app.window.kit.Overlay;
import liveroom.app.window.kit.Style;
import liveroom.app.window.kit.Words;
import org.kordamp.ikonli.feather.Feather;

/// The keys, and what they do.
final class ShortcutsDialog {
    private ShortcutsDialog() {}

    static void open(Overlay overlay) {
        Button close = Controls.iconButton("dialog.close", Feather.X, overlay::close);
        HBox head = new HBox(Controls.label(Words.of("shortcuts.title"), Style.HEADING), Controls.spring(), close);
        head.setAlignment(Pos.CENTER_LEFT);
        GridPane grid = new GridPane();
        grid.getStyleClass().add("room-shortcuts");
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, new ColumnConstraints());
        int[] row = {0};
        Shortcuts.NAMES.forEach((keys, name) -> grid.addRow(
                row[0]++,
                Controls.label(Words.of("shortcut." + name)),
                Controls.label(keys.getDisplayText(), "room-key")));
        VBox box = new VBox(head, grid);
        box.getStyleClass().add("room-shortcuts-dialog");
        box.setId("shortcuts-dialog");
        box.setPrefWidth(440);
        overlay.show(box, close, () -> {});
    }
}
