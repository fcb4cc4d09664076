package liveroom.app.window.inspect;

import java.util.List;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Fields in even columns, as many as there is room for.
final class FieldGrid extends GridPane {
    private static final double COLUMN = 140;
    private static final int MOST = 4;

    private List<Region> cells = List.of();
    private int columns;

    FieldGrid() {
        getStyleClass().add("room-field-grid");
        widthProperty().subscribe(width -> {
            int fitting = Math.clamp((long) (width.doubleValue() / COLUMN), 1, MOST);
            if (fitting != columns) {
                columns = fitting;
                place();
            }
        });
    }

    void show(List<? extends Region> newCells) {
        cells = List.copyOf(newCells);
        place();
    }

    private void place() {
        getChildren().clear();
        getColumnConstraints().clear();
        if (columns == 0) {
            return;
        }
        for (int i = 0; i < columns; i++) {
            ColumnConstraints constraints = new ColumnConstraints();
            constraints.setPercentWidth(100.0 / columns);
            constraints.setHgrow(Priority.ALWAYS);
            getColumnConstraints().add(constraints);
        }
        int row = 0;
        int column = 0;
        for (Region cell : cells) {
            int span = cell instanceof FieldBox box && box.isWide() ? Math.min(2, columns) : 1;
            boolean begins = cell instanceof FieldBox box && box.beginsLine() && column > 0;
            if (begins || column + span > columns) {
                column = 0;
                row++;
            }
            add(cell, column, row, span, 1);
            column += span;
        }
    }
}
