package liveroom.app.window.sound;

import liveroom.app.studio.AudioLevels;

/// How the needle of one channel moves: up at once, down at 20 dB a second; its highest point stands for 1.5 seconds
/// and then falls as fast; a clipped sample lights its lamp for three seconds, or until it is pressed.
public final class MeterBallistics {
    private static final double FALL_DB_PER_SECOND = 20;
    private static final long HOLD_NANOS = 1_500_000_000L;
    private static final long CLIP_NANOS = 3_000_000_000L;
    /// One step of 16 bits under full scale.
    private static final double CLIP_DBFS = -0.0003;

    private double peakDbfs = AudioLevels.SILENCE_DBFS;
    private double holdDbfs = AudioLevels.SILENCE_DBFS;
    private double rmsDbfs = AudioLevels.SILENCE_DBFS;
    private long heldSinceNanos;
    private long clippedNanos;
    private boolean clipped;
    private long lastNanos;

    /// Takes the levels of this instant.
    public void read(double newPeakDbfs, double newRmsDbfs, long nowNanos) {
        double fall = Math.max(0, nowNanos - lastNanos) * 1e-9 * FALL_DB_PER_SECOND;
        lastNanos = nowNanos;
        peakDbfs = Math.max(newPeakDbfs, Math.max(AudioLevels.SILENCE_DBFS, peakDbfs - fall));
        rmsDbfs = newRmsDbfs;
        if (peakDbfs >= holdDbfs) {
            holdDbfs = peakDbfs;
            heldSinceNanos = nowNanos;
        } else if (nowNanos - heldSinceNanos > HOLD_NANOS) {
            holdDbfs = Math.max(peakDbfs, holdDbfs - fall);
        }
        if (newPeakDbfs >= CLIP_DBFS) {
            clipped = true;
            clippedNanos = nowNanos;
        } else if (clipped && nowNanos - clippedNanos > CLIP_NANOS) {
            clipped = false;
        }
    }

    public void forgetClip() {
        clipped = false;
    }

    public double peakDbfs() {
        return peakDbfs;
    }

    public double holdDbfs() {
        return holdDbfs;
    }

    public double rmsDbfs() {
        return rmsDbfs;
    }

    public boolean clipped() {
        return clipped;
    }
}
