package liveroom.capture.compose;

import java.util.Objects;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.scene.Animation.Ease;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.ColourRole;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Placement;
import org.jspecify.annotations.Nullable;

/// The brand's own transition: a slanted field of its colour, edged with its accent, sweeps over
/// the picture from the left, stands with the logo for a moment, and leaves to the right. The
/// scenes change behind it. Confined to the thread of its compositor.
final class Stinger {
    /// When the picture is covered, and when it begins to appear again, as shares of the whole.
    private static final double COVERED = 0.42;

    private static final double UNCOVERED = 0.58;
    /// How far the upper end of an edge is ahead of the lower, and how wide the accent is, by the
    /// picture's height.
    private static final double SLANT = 0.35;

    private static final double STRIPE = 0.09;
    private static final Box LOGO_BOX = new Box(0.35, 0.32, 0.3, 0.36);
    private static final double LOGO_SHOWN = 0.3;
    private static final double LOGO_FADE = 0.1;

    private final VideoFormat format;
    private final Bt709.Yuv field;
    private final Bt709.Yuv accent;
    private final @Nullable Graphic logo;
    private final Paintings paintings;
    private final Spot spot = new Spot();

    Stinger(BrandKit kit, Paintings paintings) {
        this.paintings = paintings;
        this.format = paintings.format();
        this.field = Bt709.Yuv.of(Objects.requireNonNullElse(kit.colours().get(ColourRole.PRIMARY), 0));
        this.accent = Bt709.Yuv.of(Objects.requireNonNullElse(kit.colours().get(ColourRole.ACCENT), 0));
        boolean hasLogo = !kit.logo().light().isEmpty() || !kit.logo().dark().isEmpty();
        this.logo = hasLogo ? paintings.take(logoLayer(), kit) : null;
    }

    private static Layer logoLayer() {
        Placement middle = Placement.of(LOGO_BOX).withFit(Placement.Fit.CONTAIN);
        return Layer.of("stinger-logo", "", new Content.Image("kit:logo"), middle);
    }

    /// Whether the new scene is the one behind it.
    static boolean showsNewScene(double progress) {
        return progress >= 0.5;
    }

    /// Draws over the scene that is to be seen behind.
    ///
    /// @param progress from 0 to 1
    void draw(Canvas canvas, double progress, Moment moment) {
        double slant = SLANT * format.height();
        double stripe = STRIPE * format.height();
        double way = format.width() + slant + 2 * stripe;
        double front = Ease.IN_OUT.at(progress / COVERED) * way;
        double tail = Ease.IN_OUT.at((progress - UNCOVERED) / (1 - UNCOVERED)) * way - stripe;
        for (int plane = 0; plane < 3; plane++) {
            int step = plane == 0 ? 1 : 2;
            for (int y = 0; y < format.height() / step; y++) {
                double shift = slant * (y + 0.5) * step / format.height();
                row(canvas, plane, y, place(tail - shift, step), place(front - shift, step));
            }
        }
        drawLogo(canvas, progress, moment);
    }

    /// From pixels of the picture to those of a plane, whose chroma samples are sited left.
    private static double place(double x, int step) {
        return step == 1 ? x : (x + 0.5) / 2;
    }

    private void row(Canvas canvas, int plane, int y, double left, double right) {
        double stripe = STRIPE * format.height() / (plane == 0 ? 1 : 2);
        // The field reaches below the stripes, so that nothing shines through where they meet.
        canvas.span(plane, y, left + stripe / 2, right - stripe / 2, field.plane(plane));
        canvas.span(plane, y, left, Math.min(left + stripe, right), accent.plane(plane));
        canvas.span(plane, y, Math.max(right - stripe, left), right, accent.plane(plane));
    }

    private void drawLogo(Canvas canvas, double progress, Moment moment) {
        Sprite sprite = logo == null ? null : logo.sprite(moment.wallMillis());
        double nearness = Math.min(progress - LOGO_SHOWN, 1 - LOGO_SHOWN - progress);
        double opacity = Math.clamp(nearness / LOGO_FADE, 0.0, 1.0);
        if (sprite != null && opacity > 0) {
            spot.opacity = (int) Math.round(opacity * RowBlend.FULL);
            spot.at(sprite.x(), sprite.y());
            spot.columns(0, sprite.overlay().width);
            canvas.draw(sprite.overlay(), spot);
        }
    }

    void close() {
        if (logo != null) {
            paintings.drop(logo);
        }
    }
}
