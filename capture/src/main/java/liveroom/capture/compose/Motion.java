package liveroom.capture.compose;

import liveroom.capture.scene.Animation;
import liveroom.capture.scene.Layer;

/// How far a layer has come in, or gone. It begins at the picture at which the change was first
/// seen, and depends on nothing but the times of pictures from there. A change of mind goes on from
/// where the layer is.
final class Motion {
    private static final double NANOS_PER_MILLI = 1e6;

    private boolean shown;
    private double from;
    private double at;
    private long sinceNanos;
    private Animation animation = Animation.CUT;

    /// Nothing moves: the layer is there, or not.
    void rest(boolean isShown) {
        shown = isShown;
        from = isShown ? 1 : 0;
        at = from;
        animation = Animation.CUT;
    }

    /// Nothing has been seen of a layer that shall come in: it waits.
    void hold(long ptsNanos) {
        if (shown) {
            from = 0;
            at = 0;
            sinceNanos = ptsNanos;
        }
    }

    /// @param stretch by which the lengths of animations are multiplied
    void move(Layer layer, double stretch, long ptsNanos) {
        if (layer.shown() != shown) {
            shown = layer.shown();
            from = at;
            sinceNanos = ptsNanos;
        }
        if (at == (shown ? 1 : 0)) {
            return;
        }
        animation = shown ? layer.enter() : layer.exit();
        double lengthNanos = animation.millis() * stretch * NANOS_PER_MILLI;
        double passed = lengthNanos == 0 ? 1 : (ptsNanos - sinceNanos) / lengthNanos;
        at = Math.clamp(shown ? from + passed : from - passed, 0.0, 1.0);
    }

    /// Whether anything is to be seen.
    boolean visible() {
        return at > 0;
    }

    boolean resting() {
        return at == 1;
    }

    Animation animation() {
        return animation;
    }

    /// From 0, gone, to 1, there; eased.
    double presence() {
        if (at == 1 || at == 0) {
            return at;
        }
        return shown ? animation.ease().at(at) : 1 - animation.ease().at(1 - at);
    }
}
