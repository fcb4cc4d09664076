package liveroom.capture.compose;

import liveroom.capture.media.VideoFormat;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Look.Blend;

/// Where a layer is on this picture, compared to where it rests. Set anew for each picture.
final class Pose {
    /// Size at which a layer begins to scale up.
    private static final double SMALLEST = 0.7;

    int dx;
    int dy;
    double scale = 1;
    /// 0 to [RowBlend#FULL].
    int opacity = RowBlend.FULL;

    Blend blend = Blend.NORMAL;
    /// What the layer scales about.
    double centreX;

    double centreY;

    /// @param margin of what the layer draws beyond its box, as a fraction of the picture's height
    void set(Layer layer, Motion motion, VideoFormat format, double margin) {
        double presence = motion.presence();
        Box box = layer.placement().box();
        double fade = 1;
        dx = 0;
        dy = 0;
        scale = 1;
        blend = layer.look().blend();
        centreX = (box.x() + box.width() / 2) * format.width();
        centreY = (box.y() + box.height() / 2) * format.height();
        if (!motion.resting()) {
            switch (motion.animation().kind()) {
                case CUT -> {}
                case FADE -> fade = presence;
                case SLIDE -> slide(box, motion, format, margin);
                case SCALE -> {
                    scale = SMALLEST + (1 - SMALLEST) * presence;
                    fade = presence;
                }
            }
        }
        opacity = (int) Math.round(layer.look().opacity() * fade * RowBlend.FULL);
    }

    private void slide(Box box, Motion motion, VideoFormat format, double margin) {
        double gone = 1 - motion.presence();
        double room = margin * format.height();
        double width = format.width();
        double height = format.height();
        switch (motion.animation().edge()) {
            case LEFT -> dx = even(-gone * (box.right() * width + room));
            case RIGHT -> dx = even(gone * ((1 - box.x()) * width + room));
            case TOP -> dy = even(-gone * (box.bottom() * height + room));
            case BOTTOM -> dy = even(gone * ((1 - box.y()) * height + room));
        }
    }

    /// Chroma has a sample at every second place.
    static int even(double place) {
        return (int) Math.round(place / 2) * 2;
    }
}
