package liveroom.capture.media;

/// The only sound layout inside the studio: 48 kHz, stereo, interleaved 32-bit float, full scale at ±1.
public final class AudioFormat {
    public static final int SAMPLE_RATE_HZ = 48_000;
    public static final int CHANNELS = 2;
    /// Sample frames (one sample of each channel) in a program block of 10 ms.
    public static final int BLOCK_FRAMES = SAMPLE_RATE_HZ / 100;
    public static final long BLOCK_NANOS = 10_000_000;
    public static final int BYTES_PER_FRAME = CHANNELS * Float.BYTES;

    private AudioFormat() {}

    public static long framesToNanos(long frames) {
        return frames * 1_000_000_000L / SAMPLE_RATE_HZ;
    }

    public static long nanosToFrames(long nanos) {
        return nanos * SAMPLE_RATE_HZ / 1_000_000_000L;
    }
}
