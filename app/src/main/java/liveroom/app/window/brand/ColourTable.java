package liveroom.app.window.brand;

import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.paint.Color;
import liveroom.app.window.kit.Controls;
import liveroom.app.window.kit.States;
import liveroom.app.window.kit.Style;
import liveroom.app.window.kit.Verdict;
import liveroom.app.window.kit.Words;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.brand.Contrast;
import liveroom.capture.scene.ColourRole;

/// The colours by role: each ground with what is written on it, and how well that can be read.
final class ColourTable extends GridPane {
    private static final String HEX = "#?[0-9a-fA-F]{6}";
    private static final double NAMES = 96;
    private static final double RATIO = 64;

    private final KitEditorModel model;

    ColourTable(KitEditorModel model) {
        this.model = model;
        getStyleClass().add("room-kit-table");
        ColumnConstraints cells = new ColumnConstraints();
        cells.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(new ColumnConstraints(NAMES), cells, cells, new ColumnConstraints(RATIO));
        addRow(0, head(""), head("kit.colours.ground"), head("kit.colours.text"), head("kit.colours.contrast"));
        row(1, ColourRole.PRIMARY, ColourRole.ON_PRIMARY);
        row(2, ColourRole.ACCENT, ColourRole.ON_ACCENT);
        row(3, ColourRole.SURFACE, ColourRole.ON_SURFACE);
        row(4, ColourRole.BACKGROUND, ColourRole.ON_BACKGROUND);
    }

    private static Label head(String key) {
        Label label = Controls.label(key.isEmpty() ? "" : Words.of(key), Style.SMALL_TEXT, Style.MUTED_TEXT);
        if (key.equals("kit.colours.contrast")) {
            setHalignment(label, HPos.RIGHT);
        }
        return label;
    }

    private void row(int row, ColourRole ground, ColourRole text) {
        Label name = Controls.label(Words.of("paint.role." + ground.name()));
        Controls.hint(name, Words.of("kit.colour." + ground.name() + ".hint"));
        Label ratio = Controls.label("", Style.SMALL_TEXT);
        ratio.setId("kit-contrast-" + ground.name());
        setHalignment(ratio, HPos.RIGHT);
        model.kit().subscribe(kit -> {
            double contrast = Contrast.ratio(kit.colour(text), kit.colour(ground));
            ratio.setText(Words.of("kit.contrast", contrast));
            States.show(ratio, contrast < Contrast.LEAST ? Verdict.WARNING : Verdict.NEUTRAL);
        });
        addRow(row, name, cell(ground), cell(text), ratio);
    }

    private HBox cell(ColourRole role) {
        String name = Words.of("paint.role." + role.name());
        ColorPicker picker = new ColorPicker();
        picker.setId("kit-pick-" + role.name());
        picker.getStyleClass().addAll(ColorPicker.STYLE_CLASS_BUTTON, "room-fixed-colour");
        Controls.name(picker, Words.of("kit.colour.pick", name));
        picker.setOnAction(_ -> edit(role, rgb(picker.getValue())));
        TextField hex = new TextField();
        hex.setId("kit-colour-" + role.name());
        hex.setPrefColumnCount(6);
        hex.setMinWidth(0);
        HBox.setHgrow(hex, Priority.ALWAYS);
        Controls.name(hex, Words.of("kit.colour.hex", name));
        hex.textProperty().subscribe((_, text) -> type(role, hex, text.strip()));
        hex.focusedProperty().subscribe(focused -> {
            if (!focused) {
                show(hex, model.kit().get().colour(role));
            }
        });
        model.kit().subscribe(kit -> show(picker, hex, kit, role));
        HBox cell = new HBox(picker, hex);
        cell.setAlignment(Pos.CENTER_LEFT);
        cell.getStyleClass().add("room-kit-colour");
        return cell;
    }

    /// A colour that is only half typed is not one yet.
    private void type(ColourRole role, TextField hex, String text) {
        boolean isColour = text.matches(HEX);
        States.show(hex, isColour ? Verdict.NEUTRAL : Verdict.ERROR);
        if (isColour) {
            edit(role, Integer.parseInt(text.substring(text.length() - 6), 16));
        }
    }

    private void edit(ColourRole role, int rgb) {
        model.edit(role.name(), kit -> kit.withColour(role, rgb));
    }

    private static void show(ColorPicker picker, TextField hex, BrandKit kit, ColourRole role) {
        int rgb = kit.colour(role);
        picker.setValue(Color.rgb(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff));
        boolean says = hex.getText().strip().matches(HEX)
                && hex.getText()
                        .strip()
                        .replace("#", "")
                        .equalsIgnoreCase(Contrast.hex(rgb).substring(1));
        if (!says) {
            show(hex, rgb);
        }
    }

    private static void show(TextField hex, int rgb) {
        if (!hex.getText().equals(Contrast.hex(rgb))) {
            hex.setText(Contrast.hex(rgb));
        }
    }

    private static int rgb(Color colour) {
        return (int) Math.round(colour.getRed() * 255) << 16
                | (int) Math.round(colour.getGreen() * 255) << 8
                | (int) Math.round(colour.getBlue() * 255);
    }
}
