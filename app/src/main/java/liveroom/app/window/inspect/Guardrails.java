package liveroom.app.window.inspect;

import java.util.ArrayList;
import java.util.List;
import liveroom.app.window.kit.Words;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.graphics.FaintText;
import liveroom.capture.graphics.SafeArea;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Paint;
import liveroom.capture.scene.Scene;

/// Says what a viewer would suffer from: what lies at the very edge, what does not stand out.
public final class Guardrails {
    private static final int GREY = 0x808080;

    private Guardrails() {}

    /// What is wrong with a layer of `scene`, each with what to do about it.
    public static List<Warning> of(Scene scene, Layer layer, BrandKit kit) {
        List<Warning> warnings = new ArrayList<>();
        SafeArea.of(kit).outside(scene).stream()
                .filter(layer::equals)
                .forEach(_ -> warnings.add(new Warning(Words.of("warning.safe"), inside(layer, kit.safeMargin()))));
        FaintText.in(scene, kit).stream()
                .filter(faint -> faint.layer().equals(layer))
                .forEach(faint -> warnings.add(
                        new Warning(Words.of("warning.contrast", faint.contrast()), painted(layer, faint.better()))));
        return warnings;
    }

    private static Layer inside(Layer layer, double margin) {
        Box box = layer.placement().box();
        boolean ticker = layer.content() instanceof Content.Ticker;
        double width = ticker ? box.width() : Math.min(box.width(), 1 - 2 * margin);
        double height = Math.min(box.height(), 1 - 2 * margin);
        Box safe = new Box(
                ticker ? box.x() : Math.clamp(box.x(), margin, 1 - margin - width),
                Math.clamp(box.y(), margin, 1 - margin - height),
                width,
                height);
        return layer.withPlacement(layer.placement().withBox(safe));
    }

    private static Layer painted(Layer layer, Paint better) {
        return layer.content() instanceof Content.Text text
                ? layer.withContent(new Content.Text(text.text(), text.font(), text.size(), better, text.align()))
                : layer;
    }

    static int rgb(Paint paint, BrandKit kit) {
        return switch (paint) {
            case Paint.Role role -> kit.colours().getOrDefault(role.role(), GREY);
            case Paint.Fixed fixed -> fixed.argb() & 0xffffff;
        };
    }
}
