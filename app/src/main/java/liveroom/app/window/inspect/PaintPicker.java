package liveroom.app.window.inspect;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import liveroom.app.window.kit.Controls;
import liveroom.app.window.kit.Style;
import liveroom.app.window.kit.Words;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.scene.ColourRole;
import liveroom.capture.scene.Paint;

/// A colour of the brand, or a fixed one.
final class PaintPicker extends HBox {
    private static final int OPAQUE = 0xff000000;
    private static final double SWATCH = 14;

    private final Supplier<BrandKit> kit;
    private final Consumer<Paint> chosen;
    private final String name;
    private final MenuButton menu = new MenuButton();
    private final ColorPicker fixed = new ColorPicker();
    private boolean showing;

    PaintPicker(String name, Supplier<BrandKit> kit, Consumer<Paint> chosen) {
        this.name = name;
        this.kit = kit;
        this.chosen = chosen;
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add(Style.ROW);
        menu.getStyleClass().add(Style.PICKER);
        menu.setMaxWidth(Double.MAX_VALUE);
        menu.setMinWidth(0);
        HBox.setHgrow(menu, Priority.ALWAYS);
        Controls.hint(menu, name);
        fixed.getStyleClass().addAll(ColorPicker.STYLE_CLASS_BUTTON, "room-fixed-colour");
        Controls.name(fixed, Words.of("paint.fixed.name", name));
        fixed.setOnAction(_ -> {
            if (!showing) {
                chosen.accept(new Paint.Fixed(argb(fixed.getValue())));
            }
        });
        getChildren().addAll(menu, fixed);
    }

    void show(Paint paint) {
        showing = true;
        int rgb = Guardrails.rgb(paint, kit.get());
        menu.getItems().clear();
        for (ColourRole role : ColourRole.values()) {
            Paint.Role wanted = new Paint.Role(role);
            RadioMenuItem item = new RadioMenuItem(words(wanted), swatch(Guardrails.rgb(wanted, kit.get())));
            item.setSelected(wanted.equals(paint));
            item.setOnAction(_ -> chosen.accept(wanted));
            menu.getItems().add(item);
        }
        MenuItem item = new MenuItem(Words.of("paint.fixed"), swatch(rgb));
        item.setOnAction(_ -> chosen.accept(new Paint.Fixed(OPAQUE | rgb)));
        menu.getItems().addAll(new SeparatorMenuItem(), item);
        menu.setText(words(paint));
        menu.setGraphic(swatch(rgb));
        menu.setAccessibleText(Words.of("paint.name", name, words(paint)));
        fixed.setValue(Color.rgb(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff));
        Controls.present(fixed, paint instanceof Paint.Fixed);
        showing = false;
    }

    private static String words(Paint paint) {
        return switch (paint) {
            case Paint.Role role -> Words.of("paint.role." + role.role().name());
            case Paint.Fixed colour -> Hex.written(colour.argb());
        };
    }

    private static Rectangle swatch(int rgb) {
        Rectangle swatch = new Rectangle(SWATCH, SWATCH, Color.rgb(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff));
        swatch.getStyleClass().add("room-swatch");
        return swatch;
    }

    private static int argb(Color colour) {
        return (int) Math.round(colour.getOpacity() * 255) << 24
                | (int) Math.round(colour.getRed() * 255) << 16
                | (int) Math.round(colour.getGreen() * 255) << 8
                | (int) Math.round(colour.getBlue() * 255);
    }
}
