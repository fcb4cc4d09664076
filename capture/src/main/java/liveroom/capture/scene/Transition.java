package liveroom.capture.scene;

/// How one scene takes another's place on air.
///
/// @param millis 0 for [Kind#CUT] alone
public record Transition(Kind kind, int millis) {
    public static final Transition CUT = new Transition(Kind.CUT, 0);
    public static final Transition FADE = new Transition(Kind.FADE, 500);
    public static final Transition STINGER = new Transition(Kind.STINGER, 1200);

    public Transition {
        Bounds.range("length of a transition in milliseconds", millis, kind == Kind.CUT ? 0 : 1, Animation.MAX_MILLIS);
    }

    public enum Kind {
        CUT,
        FADE,
        /// The brand's own: its colour sweeps over the picture with its logo, and the scenes change behind it.
        STINGER
    }
}
