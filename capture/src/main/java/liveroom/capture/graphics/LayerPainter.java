package liveroom.capture.graphics;

import java.time.Instant;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.scene.Layer;

/// Draws what a layer holds, shadow, border and corners included, opacity and animation not: those come with blending.
///
/// Takes as long as drawing takes, milliseconds and more: never called on a media thread. Free-threaded.
@FunctionalInterface
public interface LayerPainter {
    /// Draws `layer` as it looks at `now`. Never throws for what is in the layer or the kit: what is missing or broken
    /// is drawn as such, and told in [Painting#complaint()].
    ///
    /// For [liveroom.capture.scene.Content.Source] it draws what lies over the moving picture alone: its border.
    Painting paint(Layer layer, BrandKit kit, VideoFormat format, Instant now);
}
