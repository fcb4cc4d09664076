package liveroom.capture.media;

/// Places pictures such that they match the sound of the same instant, wherever that sound is placed: on the program's
/// timeline, or at the moment at which it is pushed.
///
/// A picture's place is that on the program's steady timeline, less its own lag behind capture, plus that of sound:
/// right on average, and evenly spaced, which a viewer's jitter buffer rewards. A picture that the program shows again
/// moves on with the timeline. Sound is never moved: an ear hears a gap that no eye sees.
///
/// Times are studio-clock nanoseconds. Sound and pictures are noted by one thread each, which may be the same.
public final class PictureAlignment {
    private final CaptureLag soundLag = new CaptureLag();
    private final CaptureLag pictureLag = new CaptureLag();

    /// Notes that sound captured at `capturedNanos` is placed at `placedNanos`.
    public void sound(long placedNanos, long capturedNanos) {
        soundLag.note(placedNanos, capturedNanos);
    }

    /// The place of a picture which the program shows at `ptsNanos`.
    public long picture(long ptsNanos, long capturedNanos) {
        pictureLag.note(ptsNanos, capturedNanos);
        return ptsNanos - pictureLag.nanos() + soundLag.nanos();
    }

    /// How old sound is, and so pictures are, by its place. Callable from any thread.
    public double soundLagMillis() {
        return soundLag.nanos() / 1e6;
    }
}
