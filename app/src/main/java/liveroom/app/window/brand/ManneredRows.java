package liveroom.app.window.brand;

import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import liveroom.app.window.kit.Controls;
import liveroom.app.window.kit.Style;
import liveroom.app.window.kit.Words;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.brand.BrandKit.Corners;
import liveroom.capture.brand.BrandKit.Motion;

/// The manners of a kit: corners, pace, what stays free at the edges.
record ManneredRows(KitEditorModel model) {
    private static final double MOST = 25;

    Node corners() {
        return choice("corners", Corners.values(), BrandKit::corners, BrandKit::withCorners);
    }

    Node motion() {
        return choice("motion", Motion.values(), BrandKit::motion, BrandKit::withMotion);
    }

    private <E extends Enum<E>> Node choice(
            String key, E[] options, Function<BrandKit, E> reader, BiFunction<BrandKit, E, BrandKit> writer) {
        ToggleGroup group = new ToggleGroup();
        HBox segments = new HBox();
        segments.getStyleClass().addAll("room-segments", "room-small-segments", "room-kit-segments");
        for (E option : options) {
            ToggleButton button = new ToggleButton(Words.of("kit." + key + "." + option.name()));
            button.setId("kit-" + key + "-" + option.name());
            button.setToggleGroup(group);
            button.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(button, Priority.ALWAYS);
            Controls.hint(button, Words.of("kit." + key + "." + option.name() + ".hint"));
            button.setOnAction(_ -> {
                button.setSelected(true);
                model.edit(kit -> writer.apply(kit, option));
            });
            model.kit().subscribe(kit -> button.setSelected(reader.apply(kit) == option));
            segments.getChildren().add(button);
        }
        return segments;
    }

    Node safeMargin() {
        Slider slider = new Slider(0, MOST, 0);
        slider.setId("kit-safeMargin");
        slider.setBlockIncrement(0.5);
        slider.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(slider, Priority.ALWAYS);
        Controls.name(slider, Words.of("kit.safeMargin"));
        Controls.hint(slider, Words.of("kit.safeMargin.hint"));
        Label figure = Controls.label("", Style.FIGURE, "room-kit-figure");
        model.kit().subscribe(kit -> {
            double percent = kit.safeMargin() * 100;
            if (Math.abs(percent - slider.getValue()) > 0.3) {
                slider.setValue(percent);
            }
            figure.setText(Words.of("kit.percent", percent));
        });
        slider.valueProperty().subscribe((_, percent) -> {
            double halves = Math.round(percent.doubleValue() * 2) / 2.0;
            if (Math.abs(halves - model.kit().get().safeMargin() * 100) > 0.2) {
                model.edit("safeMargin", kit -> kit.withSafeMargin(halves / 100));
            }
        });
        HBox line = new HBox(slider, figure);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add(Style.ROW);
        return line;
    }
}
