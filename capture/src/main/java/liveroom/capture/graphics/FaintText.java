package liveroom.capture.graphics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.brand.Contrast;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.ColourRole;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Paint;
import liveroom.capture.scene.Scene;

/// Text in a colour of its own that can hardly be read on the shape or background right behind it. Text in a kit's
/// colours is the kit's matter, and what lies on moving pictures cannot be told.
///
/// @param layer the text
/// @param contrast with what is behind it, 1 to 21 as in WCAG 2.2; the least if that has two colours
/// @param better a paint that can be read there
public record FaintText(Layer layer, double contrast, Paint better) {
    private static final double MOST_CONTRAST = 21;

    /// All of `scene` that is shown, the hindmost first.
    public static List<FaintText> in(Scene scene, BrandKit kit) {
        Palette palette = new Palette(kit);
        List<FaintText> faint = new ArrayList<>();
        for (int i = 0; i < scene.layers().size(); i++) {
            Layer layer = scene.layers().get(i);
            if (layer.shown() && layer.content() instanceof Content.Text text && text.paint() instanceof Paint.Fixed) {
                List<Integer> behind = behind(layer, scene.layers().subList(0, i), palette);
                double contrast = least(rgb(palette, text.paint()), behind);
                if (contrast < Contrast.LEAST) {
                    faint.add(new FaintText(layer, contrast, better(behind, palette)));
                }
            }
        }
        return faint;
    }

    /// The colours of the foremost layer that lies behind all of the text; none if they are not known.
    private static List<Integer> behind(Layer text, List<Layer> below, Palette palette) {
        Optional<Layer> nearest = below.reversed().stream()
                .filter(layer -> layer.shown()
                        && covers(layer.placement().box(), text.placement().box()))
                .findFirst();
        if (nearest.isEmpty() || nearest.get().look().opacity() < 1) {
            return List.of();
        }
        return switch (nearest.get().content()) {
            case Content.Shape shape when isSolid(shape) -> List.of(rgb(palette, shape.fill()));
            case Content.Background background
            when background.path().isEmpty() -> List.of(rgb(palette, background.from()), rgb(palette, background.to()));
            default -> List.of();
        };
    }

    private static boolean isSolid(Content.Shape shape) {
        boolean seeThrough = shape.fill() instanceof Paint.Fixed(int argb) && argb >>> 24 < 0xff;
        return shape.outline() == Content.Outline.RECTANGLE && !seeThrough;
    }

    private static boolean covers(Box outer, Box inner) {
        return outer.x() <= inner.x()
                && outer.y() <= inner.y()
                && outer.right() >= inner.right()
                && outer.bottom() >= inner.bottom();
    }

    private static double least(int rgb, List<Integer> behind) {
        return behind.stream()
                .mapToDouble(other -> Contrast.ratio(rgb, other))
                .min()
                .orElse(MOST_CONTRAST);
    }

    private static int rgb(Palette palette, Paint paint) {
        return palette.of(paint).getRGB() & 0xffffff;
    }

    /// The brand's text colour that is read best; black or white where none is read well.
    private static Paint better(List<Integer> behind, Palette palette) {
        Paint best = new Paint.Fixed(least(0, behind) > least(0xffffff, behind) ? 0xff000000 : 0xffffffff);
        double most = Contrast.LEAST;
        for (ColourRole role : ColourRole.values()) {
            double contrast = least(palette.rgb(role), behind);
            if (role.name().startsWith("ON_") && contrast >= most) {
                best = new Paint.Role(role);
                most = contrast;
            }
        }
        return best;
    }
}
