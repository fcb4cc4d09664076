package liveroom.capture.program;

import liveroom.capture.media.AudioFormat;

/// Where the mixer reads a source's sound, and how fast. It follows the wanted position in one of three manners:
///
/// * **Resting**: a source whose clock is the studio's is read at exactly the nominal rate, at whole positions. Less
///   than 1 ms off is borne.
/// * **Steady**: the source's drift and a share of what is still missing, below 1,000 ppm in all, changed by no more
///   than 4 ppm from block to block. In the long run nothing else happens.
/// * **Bending**: more than 2 ms off, as at the start, after an outage or where the delay has changed, it makes up for
///   it at up to 5,000 ppm, and is steady again as soon as it is there.
///
/// Farther off, the reader jumps, and tells it by [#begin]. Pure arithmetic: deterministic, without allocation. Not
/// thread-safe: its owner holds a lock.
final class Steering {
    static final double MAX_BEND = 5_000e-6;
    static final double MAX_STEADY = 1_000e-6;
    static final double MAX_STEP = 4e-6;
    private static final double BEGIN_BEND_FRAMES = 0.002 * AudioFormat.SAMPLE_RATE_HZ;
    private static final double END_BEND_FRAMES = 4;
    private static final double BEND_SECONDS = 1;
    private static final double STEADY_SECONDS = 4;
    private static final double BEGIN_REST_FRAMES = 12;
    private static final double END_REST_FRAMES = 0.001 * AudioFormat.SAMPLE_RATE_HZ;
    private static final double BEGIN_REST_DRIFT = 2e-6;
    private static final double END_REST_DRIFT = 4e-6;
    /// To come to rest on a whole position.
    private static final double LANDING_SECONDS = 0.5;
    private static final double LANDED_FRAMES = 1e-4;

    /// How the wanted position is followed.
    enum Manner {
        RESTING,
        STEADY,
        BENDING
    }

    private double position;
    private double deviation;
    private Manner manner = Manner.RESTING;

    /// Reads on from the whole position that is nearest to `wanted`.
    void begin(double wanted, double drift) {
        position = Math.rint(wanted);
        boolean even = Math.abs(drift) < BEGIN_REST_DRIFT;
        manner = even ? Manner.RESTING : Manner.STEADY;
        deviation = even ? 0 : drift;
    }

    /// Chooses the rate of the next block.
    ///
    /// @param wanted the position at which it should begin
    /// @param drift of the source, see [SourceClock#drift()]
    void follow(double wanted, double drift) {
        double error = wanted - position;
        manner = manner(Math.abs(error), Math.abs(drift));
        switch (manner) {
            case BENDING -> deviation = Math.clamp(drift + share(error, BEND_SECONDS), -MAX_BEND, MAX_BEND);
            case STEADY -> glide(drift + share(error, STEADY_SECONDS));
            case RESTING -> land();
        }
    }

    private Manner manner(double off, double drift) {
        if (off > (manner == Manner.BENDING ? END_BEND_FRAMES : BEGIN_BEND_FRAMES)) {
            return Manner.BENDING;
        }
        boolean rests = manner == Manner.RESTING
                ? off < END_REST_FRAMES && drift < END_REST_DRIFT
                : off < BEGIN_REST_FRAMES && drift < BEGIN_REST_DRIFT;
        return rests ? Manner.RESTING : Manner.STEADY;
    }

    private void glide(double aim) {
        double bounded = Math.clamp(aim, -MAX_STEADY, MAX_STEADY);
        deviation += Math.clamp(bounded - deviation, -MAX_STEP, MAX_STEP);
    }

    private void land() {
        double left = Math.rint(position) - position;
        glide(share(left, LANDING_SECONDS));
        if (Math.abs(left) < LANDED_FRAMES && Math.abs(deviation) < MAX_STEP) {
            position = Math.rint(position);
            deviation = 0;
        }
    }

    /// The deviation that makes up for some frames in so much time.
    private static double share(double frames, double seconds) {
        return frames / (seconds * AudioFormat.SAMPLE_RATE_HZ);
    }

    /// Reads one block.
    void advance() {
        position += AudioFormat.BLOCK_FRAMES * (1 + deviation);
    }

    /// Where the next block begins, in sample frames.
    double position() {
        return position;
    }

    /// Frames read for each frame played, less one.
    double deviation() {
        return deviation;
    }

    Manner manner() {
        return manner;
    }
}
