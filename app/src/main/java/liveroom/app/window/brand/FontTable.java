package liveroom.app.window.brand;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import liveroom.app.window.kit.Controls;
import liveroom.app.window.kit.Style;
import liveroom.app.window.kit.Words;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.brand.BrandKit.Typeface;
import liveroom.capture.scene.Content.FontRole;
import org.kordamp.ikonli.feather.Feather;

/// The fonts by role: of the kit, of the studio, or from a file.
final class FontTable extends VBox {
    private final KitEditorModel model;
    private final FileDialogs files;

    FontTable(KitEditorModel model, FileDialogs files) {
        this.model = model;
        this.files = files;
        getStyleClass().add("room-kit-section");
        for (FontRole role : FontRole.values()) {
            getChildren().add(row(role));
        }
    }

    private GridPane row(FontRole role) {
        String name = Words.of("inspect.option." + role.name());
        Faces faces = new Faces(role);
        Controls.name(faces, Words.of("kit.font", name));
        Button browse = Controls.iconButton("kit.font.browse", Feather.FOLDER, () -> {
            Path file = files.toRead().get();
            if (file != null) {
                model.bringFont(role, file);
            }
        });
        browse.setId("kit-font-file-" + role.name());
        browse.setAccessibleText(Words.of("kit.font.browse.name", name));
        HBox.setHgrow(faces, Priority.ALWAYS);
        HBox line = new HBox(faces, browse);
        line.getStyleClass().add(Style.ROW);
        Label label = Controls.label(name);
        label.setLabelFor(faces);
        Controls.hint(label, Words.of("kit.font." + role.name() + ".hint"));
        GridPane row = KitForm.table();
        row.addRow(0, label, line);
        return row;
    }

    /// The typefaces to choose from for one role.
    private final class Faces extends ComboBox<Typeface> {
        private final FontRole role;
        private boolean showing;

        Faces(FontRole role) {
            this.role = role;
            setId("kit-font-" + role.name());
            setMaxWidth(Double.MAX_VALUE);
            setConverter(new StringConverter<>() {
                @Override
                public String toString(Typeface face) {
                    return face == null ? "" : words(face);
                }

                @Override
                public Typeface fromString(String words) {
                    return getValue();
                }
            });
            valueProperty().subscribe((_, face) -> {
                if (!showing && face != null) {
                    model.edit(kit -> kit.withTypeface(role, face));
                }
            });
            model.kit().subscribe(_ -> showFaces());
            model.materials().subscribe(_ -> showFaces());
        }

        private void showFaces() {
            showing = true;
            BrandKit kit = model.kit().get();
            List<Typeface> all = new ArrayList<>();
            all.add(kit.typeface(role));
            for (Typeface face : model.materials().get().faces()) {
                if (all.stream().noneMatch(known -> alike(known, face))) {
                    all.add(face);
                }
            }
            all.sort((one, other) -> words(one).compareToIgnoreCase(words(other)));
            if (!all.equals(getItems())) {
                setValue(null);
                getItems().setAll(all);
            }
            setValue(kit.typeface(role));
            showing = false;
        }
    }

    /// One file in a kit is one typeface, whatever the kit calls it.
    private static boolean alike(Typeface one, Typeface other) {
        return one.files().isEmpty() ? one.equals(other) : one.files().equals(other.files());
    }

    private static String words(Typeface face) {
        int hundreds = Math.clamp(Math.round(face.weight() / 100.0) * 100, 100, 900);
        return Words.of("kit.face", face.family(), Words.of("kit.weight." + hundreds));
    }
}
