package liveroom.app.window.audience;

import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import liveroom.app.window.kit.Controls;
import liveroom.app.window.kit.Words;

/// Which colour stands for which part of the latency.
final class LatencyKey extends GridPane {
    private static final int COLUMNS = 3;

    LatencyKey() {
        setId("latency-key");
        getStyleClass().add("room-latency-key");
        setAccessibleText(Words.of("viewers.key"));
        for (int i = 0; i < COLUMNS; i++) {
            ColumnConstraints third = new ColumnConstraints();
            third.setPercentWidth(100.0 / COLUMNS);
            getColumnConstraints().add(third);
        }
        int cell = 0;
        for (LatencyPart part : LatencyPart.values()) {
            Label name = Controls.label(part.words());
            name.setGraphic(LatencyBar.swatch(part));
            Controls.hint(name, part.hint());
            add(name, cell % COLUMNS, cell / COLUMNS);
            cell++;
        }
    }
}
