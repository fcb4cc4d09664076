package liveroom.app.window.figures;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import liveroom.app.window.kit.Controls;
import liveroom.app.window.kit.Figures;
import liveroom.app.window.kit.Spread;
import liveroom.app.window.kit.Style;
import liveroom.app.window.kit.Words;

/// Skew and latency over the last five minutes, one over the other on one axis of time. Drawn once a second, and only
/// while it is seen.
final class HistoryChart extends VBox {
    private final FiveMinutes history;
    private final Plot skew = new Plot(Rule.SKEW, Figures::signedMs);
    private final Plot latency = new Plot(Rule.LATENCY, ms -> Figures.decimals(ms, 0) + "\u00a0ms");
    private final Label empty = Controls.label(Words.of("chart.empty"), Style.SMALL_TEXT, Style.MUTED_TEXT);
    private final VBox plots;
    private final HBox key = new HBox(key("chart.worst", "chart-worst-key"), key("chart.median", "chart-median-key"));

    HistoryChart(HistoryModel model) {
        history = model.history();
        setId("chart");
        getStyleClass().add("room-chart");
        empty.setWrapText(true);
        empty.setId("chart-empty");
        key.getStyleClass().add("room-chart-key");
        HBox head = new HBox(Controls.label(Words.of("chart.title"), Style.LABEL), Controls.spring(), key);
        head.setAlignment(Pos.CENTER_LEFT);
        plots = new VBox(name("chart.skew"), skew, name("chart.latency"), latency, axis());
        plots.getStyleClass().add("room-chart-plots");
        getChildren().addAll(head, empty, plots);
        model.second().subscribe(_ -> showIfSeen());
        showIfSeen();
    }

    private static Label key(String words, String style) {
        Label label = Controls.label(Words.of(words));
        Region line = new Region();
        line.getStyleClass().add(style);
        label.setGraphic(line);
        return label;
    }

    private static Label name(String key) {
        return Controls.label(Words.of(key), Style.SMALL_TEXT, Style.MUTED_TEXT);
    }

    private static HBox axis() {
        HBox axis = new HBox(
                Controls.label(Words.of("chart.ago"), Style.METER_MARK),
                Controls.spring(),
                Controls.label(Words.of("chart.now"), Style.METER_MARK));
        axis.setPadding(new Insets(0, Plot.RIGHT, 0, Plot.LEFT));
        return axis;
    }

    private void showIfSeen() {
        boolean none = history.isEmpty();
        Controls.present(empty, none);
        Controls.present(plots, !none);
        Controls.present(key, !none);
        if (!none && isSeen()) {
            show();
        }
    }

    private boolean isSeen() {
        for (Node node = this; node != null; node = node.getParent()) {
            if (!node.isVisible()) {
                return false;
            }
        }
        return getScene() != null;
    }

    private void show() {
        List<FiveMinutes.Second> seconds = history.values();
        skew.show(seconds.stream().map(FiveMinutes.Second::skewMs).toList());
        latency.show(seconds.stream().map(FiveMinutes.Second::latencyMs).toList());
        FiveMinutes.Second now = seconds.getLast();
        Controls.describe(
                this,
                Words.of(
                        "chart.spoken",
                        words(now.skewMs(), Spread::worst),
                        words(now.skewMs(), Spread::median),
                        words(now.latencyMs(), Spread::worst),
                        words(now.latencyMs(), Spread::median)));
    }

    private static String words(Optional<Spread> spread, Function<Spread, Double> of) {
        return spread.map(of).map(Figures::signedMs).orElse(Figures.NONE);
    }
}
