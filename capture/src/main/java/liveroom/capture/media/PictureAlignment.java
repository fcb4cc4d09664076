package liveroom.capture.media;

/// Places pictures such that they match the sound of the same instant, wherever that sound is placed: on the program's
/// timeline, or at the moment at which it is pushed.
///
/// Two smoothed figures: how far behind its capture sound is placed, and how far behind theirs the program shows
/// pictures. A picture's place is that on the program's steady timeline, less its own lag, plus that of sound: right on
/// average, and evenly spaced, which a viewer's jitter buffer rewards. A picture that the program shows again moves on
/// with the timeline. Sound is never moved: an ear hears a gap that no eye sees.
///
/// Times are studio-clock nanoseconds. Sound and pictures are noted by one thread each, which may be the same.
public final class PictureAlignment {
    private static final double SMOOTHING = 1.0 / 32;
    /// A change that is larger is another source, not jitter.
    private static final long LEAP_NANOS = 150_000_000;

    private volatile double soundLagNanos;
    private boolean soundSeen;
    private double pictureLagNanos;
    private boolean pictureSeen;
    private long lastCapturedNanos;

    /// Notes that sound captured at `capturedNanos` is placed at `placedNanos`.
    public void sound(long placedNanos, long capturedNanos) {
        double lag = placedNanos - capturedNanos;
        soundLagNanos = soundSeen ? smooth(soundLagNanos, lag) : lag;
        soundSeen = true;
    }

    /// The place of a picture which the program shows at `ptsNanos`.
    public long picture(long ptsNanos, long capturedNanos) {
        if (!pictureSeen || capturedNanos != lastCapturedNanos) {
            double lag = ptsNanos - capturedNanos;
            pictureLagNanos = pictureSeen ? smooth(pictureLagNanos, lag) : lag;
            pictureSeen = true;
            lastCapturedNanos = capturedNanos;
        }
        return ptsNanos - (long) pictureLagNanos + (long) soundLagNanos;
    }

    /// How old sound is, and so pictures are, by its place. Callable from any thread.
    public double soundLagMillis() {
        return soundLagNanos / 1e6;
    }

    private static double smooth(double before, double now) {
        return Math.abs(now - before) > LEAP_NANOS ? now : before + (now - before) * SMOOTHING;
    }
}
