package liveroom.capture.scene;

/// How a layer comes or goes.
///
/// @param edge where a slide comes from or goes to
/// @param millis how long it takes; 0 for [Kind#CUT] alone
public record Animation(Kind kind, int millis, Ease ease, Edge edge) {
    public static final int MAX_MILLIS = 10_000;
    public static final Animation CUT = new Animation(Kind.CUT, 0, Ease.LINEAR, Edge.BOTTOM);
    public static final Animation FADE = new Animation(Kind.FADE, 300, Ease.OUT, Edge.BOTTOM);

    public Animation {
        Bounds.range("length of an animation in milliseconds", millis, kind == Kind.CUT ? 0 : 1, MAX_MILLIS);
    }

    public static Animation slide(Edge edge) {
        return new Animation(Kind.SLIDE, 450, Ease.OUT, edge);
    }

    public static Animation scale() {
        return new Animation(Kind.SCALE, 350, Ease.OUT, Edge.BOTTOM);
    }

    /// What changes while it runs.
    public enum Kind {
        CUT,
        FADE,
        SLIDE,
        SCALE
    }

    /// An edge of the picture.
    public enum Edge {
        LEFT,
        RIGHT,
        TOP,
        BOTTOM
    }

    /// How time becomes progress: cubic curves, as in CSS Easing Functions Level 1.
    public enum Ease {
        LINEAR,
        IN,
        OUT,
        IN_OUT;

        /// Progress from 0 to 1 at `time`, 0 at the beginning and 1 at the end.
        public double at(double time) {
            double t = Math.clamp(time, 0, 1);
            double u = 1 - t;
            return switch (this) {
                case LINEAR -> t;
                case IN -> t * t * t;
                case OUT -> 1 - u * u * u;
                case IN_OUT -> t < 0.5 ? 4 * t * t * t : 1 - 4 * u * u * u;
            };
        }
    }
}
