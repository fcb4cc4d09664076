package liveroom.app.window.figures;

import java.util.HashMap;
import java.util.Map;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import liveroom.app.window.kit.Controls;
import liveroom.app.window.kit.States;
import liveroom.app.window.kit.Style;
import liveroom.app.window.kit.Words;

/// The last five minutes, and under them the figures in groups, name left and value right. Built once; then only values
/// change.
public final class FiguresView extends ScrollPane {
    private final VBox groups = new VBox();
    private final Map<String, Label> values = new HashMap<>();

    public FiguresView(FiguresModel model, HistoryModel history) {
        setContent(groups);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setId("figures");
        setAccessibleText(Words.of("figures.name"));
        groups.getStyleClass().add("room-figures");
        groups.getChildren().add(new HistoryChart(history));
        model.groups().subscribe(newGroups -> newGroups.forEach(this::show));
    }

    private void show(FiguresModel.Group group) {
        if (!values.containsKey(group.lines().getFirst().key())) {
            build(group);
        }
        for (FiguresModel.Line line : group.lines()) {
            Label value = values.get(line.key());
            if (value != null) {
                value.setText(line.value());
                States.show(value, line.verdict());
                Controls.hint(
                        value, line.details().isEmpty() ? Words.of("figures." + line.key() + ".hint") : line.details());
            }
        }
    }

    private void build(FiguresModel.Group group) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("room-figures-grid");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(96);
        ColumnConstraints figures = new ColumnConstraints();
        figures.setHgrow(Priority.ALWAYS);
        figures.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().addAll(names, figures);
        int row = 0;
        for (FiguresModel.Line line : group.lines()) {
            Label name = Controls.label(Words.of("figures." + line.key()), Style.MUTED_TEXT);
            Label value = Controls.label("", Style.FIGURE);
            value.setId("figure-" + line.key());
            value.setWrapText(true);
            value.setTextAlignment(javafx.scene.text.TextAlignment.RIGHT);
            value.setMinWidth(0);
            Controls.hint(name, Words.of("figures." + line.key() + ".hint"));
            Controls.hint(value, Words.of("figures." + line.key() + ".hint"));
            name.setLabelFor(value);
            if (!line.swatch().isEmpty()) {
                Region swatch = new Region();
                swatch.getStyleClass().addAll(Style.SWATCH, line.swatch());
                name.setGraphic(swatch);
            }
            values.put(line.key(), value);
            grid.addRow(row++, name, value);
        }
        groups.getChildren().addAll(Controls.label(Words.of("figures." + group.key() + ".title"), Style.LABEL), grid);
    }
}
