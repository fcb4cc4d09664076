package liveroom.app.window.brand;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
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
import javafx.scene.shape.Rectangle;
import liveroom.app.window.brand.Specimen.Motif;
import liveroom.app.window.brand.Specimen.Picture;
import liveroom.app.window.kit.Controls;
import liveroom.app.window.kit.Style;
import liveroom.app.window.kit.Words;
import org.kordamp.ikonli.feather.Feather;

/// What the kit looks like: on a picture, where its lower third goes and comes on demand, and as each slate.
final class SpecimenView extends VBox {
    private static final double SHAPE = 9.0 / 16;

    private final KitEditorModel model;
    private final ImageView view = new ImageView();
    private final SpecimenMotion motion = new SpecimenMotion(this::show);
    private final StackPane frame = new StackPane(view, motion.view());
    private final Map<Motif, ToggleButton> buttons = new EnumMap<>(Motif.class);

    SpecimenView(KitEditorModel model) {
        this.model = model;
        getStyleClass().add("room-kit-specimen");
        view.setId("kit-specimen");
        prepare(view);
        prepare(motion.view());
        frame.getStyleClass().add("room-kit-picture");
        frame.setMinWidth(0);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(frame.widthProperty());
        clip.heightProperty().bind(frame.heightProperty());
        frame.setClip(clip);
        getChildren().addAll(head(), frame);
        widthProperty().subscribe(_ -> fit());
        model.motif().subscribe(motif -> {
            buttons.forEach((each, button) -> button.setSelected(each == motif));
            motion.stop();
        });
        model.looks().subscribe(_ -> show());
        model.performance().subscribe(performance -> {
            if (performance != null && model.motif().get() == Motif.AIR) {
                view.setImage(image(performance.behind()));
                motion.play(performance);
            }
        });
    }

    private static void prepare(ImageView picture) {
        picture.setPreserveRatio(true);
        picture.setSmooth(true);
        picture.setManaged(false);
    }

    private HBox head() {
        ToggleGroup group = new ToggleGroup();
        HBox segments = new HBox();
        segments.getStyleClass().addAll("room-segments", "room-small-segments", "room-kit-segments");
        segments.setMinWidth(0);
        HBox.setHgrow(segments, Priority.ALWAYS);
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
        Button play = Controls.iconButton("kit.play", Feather.PLAY, model::play);
        play.setId("kit-play");
        HBox head = new HBox(segments, play);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add(Style.ROW);
        return head;
    }

    private void fit() {
        double width =
                Math.floor(getWidth() - getInsets().getLeft() - getInsets().getRight());
        if (width > 0) {
            view.setFitWidth(width);
            motion.view().setFitWidth(width);
            frame.setMinHeight(Math.floor(width * SHAPE));
            frame.setPrefHeight(Math.floor(width * SHAPE));
            frame.setMaxHeight(Math.floor(width * SHAPE));
        }
    }

    /// While the lower third moves, what was drawn anew waits until it stands.
    private void show() {
        Motif motif = model.motif().get();
        Picture picture = model.looks().get().pictures().get(motif);
        if (picture != null && !motion.isPlaying()) {
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
