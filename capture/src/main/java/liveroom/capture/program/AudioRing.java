package liveroom.capture.program;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import liveroom.capture.media.AudioFormat;
import liveroom.capture.media.AudioFrame;

/// The last second and a half of one source's sound, addressed by position in sample frames and by capture time. Not
/// thread-safe: its owner holds a lock.
final class AudioRing {
    static final int CAPACITY_FRAMES = 1 << 16;
    private static final int MASK = CAPACITY_FRAMES - 1;

    private final float[] samples = new float[CAPACITY_FRAMES * AudioFormat.CHANNELS];
    private long written;
    private long anchorPosition;
    private long anchorNanos;

    void write(AudioFrame block) {
        anchorPosition = written;
        anchorNanos = block.capturedNanos();
        int done = 0;
        while (done < block.frames()) {
            int at = (int) (written & MASK);
            int count = Math.min(block.frames() - done, CAPACITY_FRAMES - at);
            MemorySegment.copy(
                    block.samples(),
                    ValueLayout.JAVA_FLOAT,
                    (long) done * AudioFormat.BYTES_PER_FRAME,
                    samples,
                    at * AudioFormat.CHANNELS,
                    count * AudioFormat.CHANNELS);
            done += count;
            written += count;
        }
    }

    boolean isEmpty() {
        return written == 0;
    }

    /// One past the newest position.
    long end() {
        return written;
    }

    /// The oldest position that may still be read.
    long begin() {
        return Math.max(0, written - CAPACITY_FRAMES);
    }

    /// Capture time of the end.
    long endNanos() {
        return nanosAt((double) written);
    }

    long nanosAt(double position) {
        return anchorNanos + Math.round((position - (double) anchorPosition) * 1e9 / AudioFormat.SAMPLE_RATE_HZ);
    }

    double positionAt(long nanos) {
        return (double) anchorPosition + (double) (nanos - anchorNanos) * AudioFormat.SAMPLE_RATE_HZ / 1e9;
    }

    /// The sample of one channel at a whole position; silence outside of what is kept.
    float at(long position, int channel) {
        if (position < begin() || position >= written) {
            return 0;
        }
        return samples[(int) (position & MASK) * AudioFormat.CHANNELS + channel];
    }

    /// The sample between positions, by a cubic through its four neighbours (Catmull-Rom).
    float between(double position, int channel) {
        long whole = (long) Math.floor(position);
        float t = (float) (position - (double) whole);
        float b = at(whole, channel);
        if (t == 0) {
            return b;
        }
        float a = at(whole - 1, channel);
        float c = at(whole + 1, channel);
        float d = at(whole + 2, channel);
        return b + 0.5f * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
    }
}
