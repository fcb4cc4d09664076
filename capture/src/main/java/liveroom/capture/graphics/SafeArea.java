package liveroom.capture.graphics;

import java.util.List;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Scene;

/// What of the picture every screen shows and no player's controls hide.
///
/// @param margin what stays free at each edge, as a fraction of the picture
public record SafeArea(double margin) {
    private static final double ROUNDING = 1e-6;

    public static SafeArea of(BrandKit kit) {
        return new SafeArea(kit.safeMargin());
    }

    /// The shown layers of `scene` that reach outside, the hindmost first. Pictures and plain shapes may; a ticker may
    /// at the sides, where its text comes from.
    public List<Layer> outside(Scene scene) {
        return scene.layers().stream()
                .filter(layer -> layer.shown() && !holds(layer))
                .toList();
    }

    private boolean holds(Layer layer) {
        Box box = layer.placement().box();
        return switch (layer.content()) {
            case Content.Source _, Content.Image _, Content.Shape _, Content.Background _, Content.Slate _ -> true;
            case Content.Ticker _ -> holdsUpright(box);
            case Content.Text _,
                    Content.LowerThird _,
                    Content.Clock _,
                    Content.Countdown _,
                    Content.Product _,
                    Content.Comment _ -> holds(box);
        };
    }

    public boolean holds(Box box) {
        return box.x() >= margin - ROUNDING && box.right() <= 1 - margin + ROUNDING && holdsUpright(box);
    }

    private boolean holdsUpright(Box box) {
        return box.y() >= margin - ROUNDING && box.bottom() <= 1 - margin + ROUNDING;
    }
}
