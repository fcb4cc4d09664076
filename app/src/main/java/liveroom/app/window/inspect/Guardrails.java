package liveroom.app.window.inspect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import liveroom.app.window.kit.Words;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.brand.Contrast;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.ColourRole;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Paint;
import liveroom.capture.scene.Scene;

/// Looks at a layer with the eyes of a viewer: words at the very edge, words that do not stand out.
public final class Guardrails {
    private static final double SLACK = 1e-6;
    private static final double OPAQUE = 0.95;
    private static final int WHITE = 0xffffff;
    private static final int OPAQUE_ALPHA = 0xff000000;

    private Guardrails() {}

    /// What is wrong with a layer of `scene`, each with what to do about it.
    public static List<Warning> of(Scene scene, Layer layer, BrandKit kit) {
        List<Warning> warnings = new ArrayList<>();
        if (mustBeSafe(layer.content())) {
            outsideSafeArea(layer, kit.safeMargin()).ifPresent(warnings::add);
        }
        if (layer.content() instanceof Content.Text text) {
            unreadable(scene, layer, text, kit).ifPresent(warnings::add);
        }
        return warnings;
    }

    /// Bands that run from edge to edge, pictures and slates may reach the edge.
    private static boolean mustBeSafe(Content content) {
        return switch (content) {
            case Content.Text _,
                    Content.LowerThird _,
                    Content.Clock _,
                    Content.Countdown _,
                    Content.Product _,
                    Content.Comment _ -> true;
            case Content.Source _,
                    Content.Image _,
                    Content.Ticker _,
                    Content.Shape _,
                    Content.Background _,
                    Content.Slate _ -> false;
        };
    }

    private static Optional<Warning> outsideSafeArea(Layer layer, double margin) {
        Box box = layer.placement().box();
        boolean inside = box.x() >= margin - SLACK
                && box.y() >= margin - SLACK
                && box.right() <= 1 - margin + SLACK
                && box.bottom() <= 1 - margin + SLACK;
        if (inside) {
            return Optional.empty();
        }
        double width = Math.min(box.width(), 1 - 2 * margin);
        double height = Math.min(box.height(), 1 - 2 * margin);
        Box safe = new Box(
                Math.clamp(box.x(), margin, 1 - margin - width),
                Math.clamp(box.y(), margin, 1 - margin - height),
                width,
                height);
        return Optional.of(new Warning(
                Words.of("warning.safe"), layer.withPlacement(layer.placement().withBox(safe))));
    }

    /// Only where a plain colour lies right behind all of the text: elsewhere nobody knows what it stands on.
    private static Optional<Warning> unreadable(Scene scene, Layer layer, Content.Text text, BrandKit kit) {
        int place = scene.layers().indexOf(layer);
        return scene.layers().subList(0, Math.max(0, place)).reversed().stream()
                .filter(behind -> behind.shown() && overlap(behind, layer))
                .findFirst()
                .filter(behind -> contains(behind, layer))
                .map(behind -> colours(behind, kit))
                .filter(colours -> !colours.isEmpty())
                .filter(colours -> worst(rgb(text.paint(), kit), colours) < Contrast.LEAST)
                .map(colours -> new Warning(
                        Words.of("warning.contrast", worst(rgb(text.paint(), kit), colours)),
                        layer.withContent(new Content.Text(
                                text.text(), text.font(), text.size(), readable(colours, kit), text.align()))));
    }

    private static boolean overlap(Layer behind, Layer front) {
        Box one = behind.placement().box();
        Box other = front.placement().box();
        return one.x() < other.right()
                && other.x() < one.right()
                && one.y() < other.bottom()
                && other.y() < one.bottom();
    }

    private static boolean contains(Layer behind, Layer front) {
        Box one = behind.placement().box();
        Box other = front.placement().box();
        return one.x() <= other.x()
                && one.y() <= other.y()
                && one.right() >= other.right()
                && one.bottom() >= other.bottom();
    }

    /// The plain colours of a layer; empty if it has none to be sure of.
    private static List<Integer> colours(Layer layer, BrandKit kit) {
        if (layer.look().opacity() < OPAQUE) {
            return List.of();
        }
        return switch (layer.content()) {
            case Content.Shape(Content.Outline outline, Paint fill)
            when outline == Content.Outline.RECTANGLE -> List.of(rgb(fill, kit));
            case Content.Background background
            when background.path().isEmpty() -> List.of(rgb(background.from(), kit), rgb(background.to(), kit));
            default -> List.of();
        };
    }

    private static double worst(int rgb, List<Integer> behind) {
        return behind.stream()
                .mapToDouble(other -> Contrast.ratio(rgb, other))
                .min()
                .orElse(Contrast.LEAST);
    }

    /// The brand's colour that reads best there; black or white if none reads well.
    private static Paint readable(List<Integer> behind, BrandKit kit) {
        ColourRole best = Stream.of(ColourRole.values())
                .max(Comparator.comparingDouble(role -> worst(rgb(new Paint.Role(role), kit), behind)))
                .orElse(ColourRole.ON_BACKGROUND);
        if (worst(rgb(new Paint.Role(best), kit), behind) >= Contrast.LEAST) {
            return new Paint.Role(best);
        }
        return new Paint.Fixed(worst(WHITE, behind) >= worst(0, behind) ? OPAQUE_ALPHA | WHITE : OPAQUE_ALPHA);
    }

    static int rgb(Paint paint, BrandKit kit) {
        return switch (paint) {
            case Paint.Role role -> kit.colours().getOrDefault(role.role(), 0x808080);
            case Paint.Fixed fixed -> fixed.argb() & 0xffffff;
        };
    }
}
