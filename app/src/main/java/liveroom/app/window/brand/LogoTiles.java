package liveroom.app.window.brand;

import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import liveroom.app.window.brand.KitEditorModel.LogoSide;
import liveroom.app.window.brand.Specimen.Motif;
import liveroom.app.window.brand.Specimen.Picture;
import liveroom.app.window.kit.Controls;
import liveroom.app.window.kit.Style;
import liveroom.app.window.kit.Words;
import org.kordamp.ikonli.feather.Feather;

/// Both logos, each on the ground that it is for.
final class LogoTiles extends HBox {
    private static final double WIDTH = 228;
    private static final double HEIGHT = 83;

    private final KitEditorModel model;
    private final FileDialogs files;

    LogoTiles(KitEditorModel model, FileDialogs files) {
        this.model = model;
        this.files = files;
        getStyleClass().add("room-kit-logos");
        getChildren().addAll(tile(LogoSide.LIGHT, Motif.LOGO_LIGHT), tile(LogoSide.DARK, Motif.LOGO_DARK));
    }

    private VBox tile(LogoSide side, Motif motif) {
        String what = Words.of("kit.logo." + side.name());
        ImageView view = new ImageView();
        view.setFitWidth(WIDTH);
        view.setFitHeight(HEIGHT);
        view.setSmooth(true);
        Label none = Controls.label(Words.of("kit.logo.none"), Style.SMALL_TEXT);
        none.setId("kit-logo-none-" + side.name());
        none.getStyleClass().add("room-kit-no-logo-" + (side == LogoSide.LIGHT ? "dark" : "light"));
        StackPane frame = new StackPane(view, none);
        frame.getStyleClass().add("room-kit-picture");
        frame.setId("kit-logo-picture-" + side.name());
        model.looks().subscribe(looks -> {
            Picture picture = looks.pictures().get(motif);
            if (picture != null) {
                view.setImage(SpecimenView.image(picture));
            }
        });
        Label file = Controls.label("", Style.SMALL_TEXT, Style.MUTED_TEXT);
        file.setMinWidth(0);
        file.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(file, Priority.ALWAYS);
        Button browse = Controls.iconButton("kit.logo.browse", Feather.FOLDER, () -> browse(side));
        browse.setId("kit-logo-" + side.name());
        browse.setAccessibleText(Words.of("kit.logo.browse.name", what));
        Button remove = Controls.iconButton("kit.logo.remove", Feather.X, () -> model.edit(kit -> side.with(kit, "")));
        remove.setId("kit-logo-remove-" + side.name());
        remove.setAccessibleText(Words.of("kit.logo.remove.name", what));
        model.kit().subscribe(kit -> {
            String name = side.file(kit);
            file.setText(name);
            Controls.present(none, name.isEmpty());
            remove.setDisable(name.isEmpty());
            Controls.describe(frame, Words.of("kit.logo.shown", what, name.isEmpty() ? none.getText() : name));
        });
        HBox line = new HBox(file, browse, remove);
        line.setAlignment(Pos.CENTER_LEFT);
        VBox tile = new VBox(Controls.label(what, Style.SMALL_TEXT, Style.MUTED_TEXT), frame, line);
        tile.getStyleClass().add("room-field");
        return tile;
    }

    private void browse(LogoSide side) {
        Path file = files.toRead().get();
        if (file != null) {
            model.bringLogo(side, file);
        }
    }
}
