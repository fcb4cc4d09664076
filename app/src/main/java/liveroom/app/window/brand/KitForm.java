package liveroom.app.window.brand;

import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import liveroom.app.window.brand.Specimen.Motif;
import liveroom.app.window.kit.Controls;
import liveroom.app.window.kit.States;
import liveroom.app.window.kit.Style;
import liveroom.app.window.kit.Verdict;
import liveroom.app.window.kit.Words;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.scene.Content.SlateKind;

/// All that a kit says, in sections; each change is in the model at once.
final class KitForm extends VBox {
    private static final double NAMES = 96;

    private final KitEditorModel model;
    private final TextField name;

    KitForm(KitEditorModel model, FileDialogs files) {
        this.model = model;
        getStyleClass().add("room-kit-form");
        name = text("name", KitEditorModel.MAX_NAME, BrandKit::name, BrandKit::withName);
        model.kit().subscribe(kit -> {
            boolean isMissing = kit.name().isBlank();
            States.show(name, isMissing ? Verdict.ERROR : Verdict.NEUTRAL);
            Controls.hint(name, Words.of(isMissing ? "kit.name.missing" : "kit.name.hint"));
        });
        section("about", row("name", name));
        section("colours", new ColourTable(model));
        section("fonts", new FontTable(model, files));
        section("logo", new LogoTiles(model, files));
        ManneredRows manners = new ManneredRows(model);
        section(
                "manners",
                row("corners", manners.corners()),
                row("motion", manners.motion()),
                row("safeMargin", manners.safeMargin()));
        section(
                "slates",
                slate(SlateKind.STARTING_SOON, Motif.STARTING_SOON),
                slate(SlateKind.BE_RIGHT_BACK, Motif.BE_RIGHT_BACK),
                slate(SlateKind.THANK_YOU, Motif.THANK_YOU));
    }

    /// What gets the keyboard first.
    Node first() {
        return name;
    }

    private void section(String key, Node... rows) {
        VBox section = new VBox(Controls.label(Words.of("kit.section." + key), Style.LABEL));
        section.getChildren().addAll(rows);
        section.getStyleClass().add("room-kit-section");
        getChildren().add(section);
    }

    private static GridPane row(String key, Node control) {
        Label label = Controls.label(Words.of("kit." + key));
        label.setLabelFor(control);
        GridPane row = table();
        row.addRow(0, label, control);
        return row;
    }

    /// A column of names, and one of controls as wide as there is room.
    static GridPane table() {
        GridPane table = new GridPane();
        table.getStyleClass().add("room-kit-table");
        ColumnConstraints names = new ColumnConstraints(NAMES);
        ColumnConstraints controls = new ColumnConstraints();
        controls.setHgrow(Priority.ALWAYS);
        table.getColumnConstraints().addAll(names, controls);
        return table;
    }

    private GridPane slate(SlateKind kind, Motif motif) {
        String key = "slate." + kind.name();
        TextField field = text(
                key,
                KitEditorModel.MAX_SLATE,
                kit -> kit.slates().getOrDefault(kind, ""),
                (kit, words) -> kit.withSlate(kind, words));
        field.focusedProperty().subscribe(focused -> {
            if (focused) {
                model.show(motif);
            }
        });
        return row(key, field);
    }

    private TextField text(
            String key, int most, Function<BrandKit, String> reader, BiFunction<BrandKit, String, BrandKit> writer) {
        TextField field = new TextField();
        field.setId("kit-" + key);
        field.setTextFormatter(
                new TextFormatter<String>(change -> change.getControlNewText().length() <= most ? change : null));
        Controls.name(field, Words.of("kit." + key));
        Controls.hint(field, Words.of("kit." + key + ".hint"));
        model.kit().subscribe(kit -> {
            if (!field.getText().equals(reader.apply(kit))) {
                field.setText(reader.apply(kit));
            }
        });
        field.textProperty().subscribe((_, words) -> model.edit(key, kit -> writer.apply(kit, words)));
        return field;
    }
}
