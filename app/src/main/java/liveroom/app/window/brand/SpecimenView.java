package liveroom.app.window.brand;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import liveroom.app.window.brand.Specimen.Motif;
import liveroom.app.window.brand.Specimen.Picture;
import liveroom.app.window.kit.Controls;
import liveroom.app.window.kit.Words;

/// What the kit looks like: on a picture, and as each slate.
final class SpecimenView extends VBox {
    private static final double SHAPE = 9.0 / 16;

    private final KitEditorModel model;
    private final ImageView view = new ImageView();
    private final StackPane frame = new StackPane(view);
    private final Map<Motif, ToggleButton> buttons = new EnumMap<>(Motif.class);

    SpecimenView(KitEditorModel model) {
        this.model = model;
        getStyleClass().add("room-kit-specimen");
        view.setId("kit-specimen");
        view.setPreserveRatio(true);
        view.setSmooth(true);
        view.setManaged(false);
        frame.getStyleClass().add("room-kit-picture");
        frame.setMinWidth(0);
        ToggleGroup group = new ToggleGroup();
        HBox segments = new HBox();
        segments.getStyleClass().addAll("room-segments", "room-small-segments", "room-kit-segments");
        for (Motif motif : List.of(Motif.AIR, Motif.STARTING_SOON, Motif.BE_RIGHT_BACK, Motif.THANK_YOU)) {
            ToggleButton button = new ToggleButton(Words.of("kit.motif." + motif.name()));
            button.setId("kit-motif-" + motif.name());
            button.setToggleGroup(group);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setMinWidth(0);
            HBox.setHgrow(button, Priority.ALWAYS);
            Controls.hint(button, Words.of("kit.motif." + motif.name() + ".hint"));
            button.setOnAction(_ -> {
                button.setSelected(true);
                model.show(motif);
            });
            buttons.put(motif, button);
            segments.getChildren().add(button);
        }
        getChildren().addAll(segments, frame);
        widthProperty().subscribe(_ -> fit());
        model.motif().subscribe(motif -> buttons.forEach((each, button) -> button.setSelected(each == motif)));
        model.looks().subscribe(_ -> show());
    }

    private void fit() {
        double width =
                Math.floor(getWidth() - getInsets().getLeft() - getInsets().getRight());
        if (width > 0) {
            view.setFitWidth(width);
            frame.setMinHeight(Math.floor(width * SHAPE));
            frame.setPrefHeight(Math.floor(width * SHAPE));
            frame.setMaxHeight(Math.floor(width * SHAPE));
        }
    }

    private void show() {
        Motif motif = model.motif().get();
        Picture picture = model.looks().get().pictures().get(motif);
        if (picture != null) {
            view.setImage(image(picture));
            Controls.describe(view, Words.of("kit.specimen", Words.of("kit.motif." + motif.name())));
        }
    }

    static Image image(Picture picture) {
        WritableImage image = new WritableImage(picture.width(), picture.height());
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        picture.width(),
                        picture.height(),
                        PixelFormat.getIntArgbPreInstance(),
                        picture.argb(),
                        0,
                        picture.width());
        return image;
    }
}
