package liveroom.app.window.audience;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import liveroom.app.window.kit.Controls;
import liveroom.app.window.kit.Figures;
import liveroom.app.window.kit.Style;
import liveroom.app.window.kit.Words;
import liveroom.transport.ViewerSnapshot;

/// All figures of one viewer: the parts of its latency, and what else tells how it fares.
final class ViewerDetails extends GridPane {
    private static final int COLUMNS = 3;

    private final Map<LatencyPart, Value> parts = new EnumMap<>(LatencyPart.class);
    private final Value roundTrip = new Value(Words.of("viewers.rtt"));
    private final Value dropped = new Value(Words.of("viewers.dropped"));
    private final Value rate = new Value(Words.of("viewers.rate"));
    private final Value fps = new Value(Words.of("viewers.fps"));
    private final Value latency = new Value(Words.of("viewers.latency95"));
    private final Value skew = new Value(Words.of("viewers.skew95"));

    ViewerDetails() {
        getStyleClass().add("room-viewer-details");
        for (int i = 0; i < COLUMNS; i++) {
            ColumnConstraints third = new ColumnConstraints();
            third.setPercentWidth(100.0 / COLUMNS);
            getColumnConstraints().add(third);
        }
        int cell = 0;
        for (LatencyPart part : LatencyPart.values()) {
            Value value = new Value(part.words());
            value.name.setGraphic(LatencyBar.swatch(part));
            Controls.hint(value.name, part.hint());
            parts.put(part, value);
            add(value, cell % COLUMNS, cell / COLUMNS);
            cell++;
        }
        addRow(2, roundTrip, latency, skew);
        addRow(3, dropped, fps, rate);
    }

    void show(Watching watching) {
        ViewerSnapshot viewer = watching.viewer();
        parts.forEach((part, value) -> value.show(Figures.ms(part.ms(watching.parts()))));
        roundTrip.show(Figures.ms(viewer.rttMs()));
        latency.show(Figures.ms(viewer.timing().latencyMsP95()));
        skew.show(Figures.ms(viewer.timing().skewMsP95()));
        dropped.show(count(viewer.droppedPictures()));
        fps.show(Figures.decimals(viewer.fps(), 0));
        rate.show(Figures.decimals(viewer.kbps(), 0));
    }

    private static String count(OptionalLong count) {
        return count.isEmpty() ? Figures.NONE : Figures.decimals((double) count.getAsLong(), 0);
    }

    /// A small figure over its name.
    private static final class Value extends VBox {
        private final Label figure = Controls.label("", Style.FIGURE);
        private final Label name;

        Value(String words) {
            name = Controls.label(words, Style.SMALL_TEXT, Style.MUTED_TEXT);
            name.setMinWidth(0);
            getChildren().addAll(figure, name);
        }

        void show(String text) {
            figure.setText(text);
        }
    }
}
