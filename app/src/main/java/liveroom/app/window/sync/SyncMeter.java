package liveroom.app.window.sync;

import java.util.OptionalDouble;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import liveroom.app.window.kit.Controls;
import liveroom.app.window.kit.Figures;
import liveroom.app.window.kit.Spread;
import liveroom.app.window.kit.States;
import liveroom.app.window.kit.Style;
import liveroom.app.window.kit.Words;
import org.kordamp.ikonli.feather.Feather;

/// Sound against picture: a scale with the program and every viewer on it, and under it the worst and the median
/// viewer.
public final class SyncMeter extends VBox {
    private final SyncScale scale = new SyncScale();
    private final Label worst = Controls.label("", Style.FIGURE, "room-sync-figure");
    private final Label median = Controls.label("", Style.FIGURE, "room-sync-figure");
    private final Label worstOf = Controls.label("", Style.SMALL_TEXT, Style.MUTED_TEXT);
    private final Label captured = Controls.label("", Style.SMALL_TEXT);
    private final Label encoded = Controls.label("", Style.SMALL_TEXT);
    private final Button verdict = new Button("", Controls.icon(Feather.CHEVRON_RIGHT));

    /// Makes the meter.
    ///
    /// @param more leads to the same in figures
    public SyncMeter(SyncModel model, Runnable more) {
        getStyleClass().add("room-sync-meter");
        setId("sync-meter");
        worst.setId("sync-worst");
        median.setId("sync-median");
        worstOf.setId("sync-viewers");
        captured.setId("sync-program");
        encoded.setId("sync-encoded");
        verdict.setId("sync-verdict");
        verdict.getStyleClass().add("room-sync-verdict");
        verdict.setOnAction(_ -> more.run());
        captured.setGraphic(mark("meter-captured"));
        encoded.setGraphic(mark("meter-encoded"));
        Controls.hint(captured, Words.of("figures.captured.hint"));
        Controls.hint(encoded, Words.of("figures.encoded.hint"));
        Label medianName = Controls.label(Words.of("sync.median"), Style.SMALL_TEXT, Style.MUTED_TEXT);
        getChildren().addAll(scale, columns(worst, median, worstOf, medianName, captured, encoded));
        model.reading().subscribe(this::show);
    }

    /// The verdict in words, which is also the way to the figures: for the head of the meter's card.
    public Button verdict() {
        return verdict;
    }

    private static Region mark(String style) {
        Region mark = new Region();
        mark.getStyleClass().add(style);
        mark.setMinSize(9, 7);
        mark.setMaxSize(9, 7);
        return mark;
    }

    private static GridPane columns(Node... cells) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("room-sync-figures");
        for (int i = 0; i < 2; i++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            grid.getColumnConstraints().add(half);
        }
        for (int i = 0; i < cells.length; i++) {
            ((Region) cells[i]).setMinWidth(0);
            grid.add(cells[i], i % 2, i / 2);
        }
        return grid;
    }

    private void show(SyncModel.Reading reading) {
        scale.show(reading);
        show(worst, reading.spread().map(Spread::worst).map(OptionalDouble::of).orElseGet(OptionalDouble::empty));
        show(
                median,
                reading.spread().map(Spread::median).map(OptionalDouble::of).orElseGet(OptionalDouble::empty));
        int viewers = reading.viewerMs().size();
        worstOf.setText(viewers == 0 ? Words.of("sync.worst") : Words.of("sync.worstOf", viewers));
        show(captured, "sync.captured", OptionalDouble.of(reading.captureMs()));
        show(encoded, "sync.encoded", reading.encodedMs());
        verdict.setText(reading.verdictText());
        States.show(verdict, reading.verdict());
        verdict.setAccessibleText(reading.spoken());
        Controls.hint(verdict, Words.of("sync.verdict.hint"));
        Controls.describe(
                scale,
                Words.of(
                        "sync.spoken",
                        reading.spoken(),
                        Figures.signedMs(reading.captureMs()),
                        Figures.signedMs(reading.encodedMs())));
    }

    private static void show(Label figure, OptionalDouble skewMs) {
        figure.setText(Figures.signedMs(skewMs));
        States.show(figure, SyncVerdict.of(skewMs));
    }

    private static void show(Label label, String key, OptionalDouble skewMs) {
        label.setText(Words.of(key, skewMs.isEmpty() ? Figures.NONE : Figures.signed(skewMs.getAsDouble())));
        States.show(label, SyncVerdict.of(skewMs));
    }
}
