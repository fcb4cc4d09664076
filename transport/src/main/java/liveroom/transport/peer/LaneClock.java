package liveroom.transport.peer;

import liveroom.capture.media.StudioClock;

/// Stamps pictures such that they match the sound of the same instant.
///
/// Two smoothed figures: the age of sound when it is pushed, and the lag of the program behind capture for pictures. A
/// picture's stamp is its place on the program's steady timeline, less that lag, plus that age: right on average, and
/// with the program's even spacing, which the viewer's jitter buffer rewards. A picture that the program shows again
/// moves on with the timeline. Written by one thread each, read by any.
final class LaneClock {
    private static final double SMOOTHING = 1.0 / 32;
    private static final long LEAP_NANOS = 150_000_000;

    private final StudioClock clock;
    private volatile double soundAgeNanos;
    private boolean soundSeen;
    private double pictureLagNanos;
    private boolean pictureSeen;
    private long lastCapturedNanos;

    LaneClock(StudioClock clock) {
        this.clock = clock;
    }

    long now() {
        return clock.nanos();
    }

    /// Notes that sound captured at `capturedNanos` is pushed now. Audio thread of the lane only.
    void soundPushed(long capturedNanos) {
        double age = now() - capturedNanos;
        soundAgeNanos = soundSeen ? smooth(soundAgeNanos, age) : age;
        soundSeen = true;
    }

    /// The stamp of a picture. Video thread of the lane only.
    long stamp(long ptsNanos, long capturedNanos) {
        if (!pictureSeen || capturedNanos != lastCapturedNanos) {
            double lag = ptsNanos - capturedNanos;
            pictureLagNanos = pictureSeen ? smooth(pictureLagNanos, lag) : lag;
            pictureSeen = true;
            lastCapturedNanos = capturedNanos;
        }
        return ptsNanos - (long) pictureLagNanos + (long) soundAgeNanos;
    }

    /// How old pictures are by their stamp, in milliseconds.
    double stampAgeMillis() {
        return soundAgeNanos / 1e6;
    }

    private static double smooth(double before, double now) {
        return Math.abs(now - before) > LEAP_NANOS ? now : before + (now - before) * SMOOTHING;
    }
}
