package liveroom.capture.compose;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.graphics.LayerPainter;
import liveroom.capture.graphics.Painting;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.ColourRole;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Paint;

/// Paints each layer as its box in one colour: a shape in its own, anything else in the primary
/// one. Tickers are striped and run, clocks are valid for a second, images are white.
final class FlatPainter implements LayerPainter {
    static final int TICKER_PIXELS_PER_SECOND = 120;

    private final List<String> painted = Collections.synchronizedList(new ArrayList<>());

    /// The identifiers of the layers in the order in which they were painted.
    List<String> painted() {
        return List.copyOf(painted);
    }

    @Override
    public Painting paint(Layer layer, BrandKit kit, VideoFormat format, Instant now) {
        painted.add(layer.id());
        Box box = layer.placement().box();
        int x = (int) Math.round(box.x() * format.width());
        int y = (int) Math.round(box.y() * format.height());
        int width = (int) Math.round(box.right() * format.width()) - x;
        int height = (int) Math.round(box.bottom() * format.height()) - y;
        return switch (layer.content()) {
            case Content.Ticker _ -> ticker(x, y, width, height);
            case Content.Image _ -> flat(x, y, width, height, 0xffffffff, Instant.MAX);
            case Content.Clock _ -> flat(x, y, width, height, argb(layer, kit), now.plusSeconds(1));
            default -> flat(x, y, width, height, argb(layer, kit), Instant.MAX);
        };
    }

    private static Painting flat(int x, int y, int width, int height, int argb, Instant until) {
        int[] pixels = new int[width * height];
        Arrays.fill(pixels, argb);
        return new Painting(x, y, width, height, pixels, Painting.Run.NONE, until, "");
    }

    private static Painting ticker(int x, int y, int width, int height) {
        int[] pixels = new int[2 * width * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i % (2 * width) / 20 % 2 == 0 ? 0xffffffff : 0xff202020;
        }
        Painting.Run run = new Painting.Run(width, TICKER_PIXELS_PER_SECOND);
        return new Painting(x, y, 2 * width, height, pixels, run, Instant.MAX, "");
    }

    private static int argb(Layer layer, BrandKit kit) {
        Paint paint =
                layer.content() instanceof Content.Shape shape ? shape.fill() : new Paint.Role(ColourRole.PRIMARY);
        return switch (paint) {
            case Paint.Fixed fixed -> premultiplied(fixed.argb());
            case Paint.Role role ->
                0xff000000 | Objects.requireNonNull(kit.colours().get(role.role()));
        };
    }

    private static int premultiplied(int argb) {
        int alpha = argb >>> 24;
        int red = ((argb >> 16) & 0xff) * alpha / 255;
        int green = ((argb >> 8) & 0xff) * alpha / 255;
        int blue = (argb & 0xff) * alpha / 255;
        return (alpha << 24) | (red << 16) | (green << 8) | blue;
    }
}
