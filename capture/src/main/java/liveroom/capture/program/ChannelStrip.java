package liveroom.capture.program;

import liveroom.capture.media.AudioFormat;

/// Gain and mute of one sound, changed from any thread, heard without a click: the gain glides to its new value over
/// some 20 ms. [#apply] is confined to the `mixer` thread.
public final class ChannelStrip {
    public static final double MIN_GAIN_DB = -60;
    public static final double MAX_GAIN_DB = 12;
    private static final float GLIDE_PER_FRAME = 1 / (0.005f * AudioFormat.SAMPLE_RATE_HZ);
    private static final float NEAR = 1e-5f;

    private volatile double gainDb;
    private volatile boolean muted;
    private volatile float target = 1;
    private float gain = 1;

    /// Sets the gain, clamped to the fader's range.
    public void setGainDb(double db) {
        gainDb = Double.isNaN(db) ? 0 : Math.clamp(db, MIN_GAIN_DB, MAX_GAIN_DB);
        retarget();
    }

    public void mute() {
        muted = true;
        retarget();
    }

    public void unmute() {
        muted = false;
        retarget();
    }

    public double gainDb() {
        return gainDb;
    }

    public boolean isMuted() {
        return muted;
    }

    private void retarget() {
        target = muted ? 0 : (float) Math.pow(10, gainDb / 20);
    }

    /// Applies the gain to an interleaved block, in place, and keeps it within full scale.
    void apply(float[] block) {
        float aim = target;
        for (int i = 0; i < block.length; i += AudioFormat.CHANNELS) {
            if (gain != aim) {
                gain += (aim - gain) * GLIDE_PER_FRAME;
                if (Math.abs(aim - gain) < NEAR) {
                    gain = aim;
                }
            }
            for (int channel = 0; channel < AudioFormat.CHANNELS; channel++) {
                block[i + channel] = Math.clamp(block[i + channel] * gain, -1f, 1f);
            }
        }
    }
}
