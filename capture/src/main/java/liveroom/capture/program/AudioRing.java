package liveroom.capture.program;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import liveroom.capture.media.AudioFormat;
import liveroom.capture.media.AudioFrame;

/// The last second and a half of one source's sound, addressed by position in sample frames. Not thread-safe: its owner
/// holds a lock.
final class AudioRing {
    static final int CAPACITY_FRAMES = 1 << 16;
    private static final int MASK = CAPACITY_FRAMES - 1;

    private final float[] samples = new float[CAPACITY_FRAMES * AudioFormat.CHANNELS];
    private final float[] weights = new float[SincTable.TAPS];
    private final float[] neighbours = new float[SincTable.TAPS * AudioFormat.CHANNELS];
    private long written;

    void write(AudioFrame block) {
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

    /// The sample of one channel at a whole position; silence outside of what is kept.
    float at(long position, int channel) {
        return isKept(position) ? samples[index(position) + channel] : 0;
    }

    private boolean isKept(long position) {
        return position >= begin() && position < written;
    }

    private static int index(long position) {
        return (int) (position & MASK) * AudioFormat.CHANNELS;
    }

    /// Puts one sample frame into `block`, at the interleaved index `to`: what is at a whole position itself, what is
    /// between, made of its neighbours.
    void between(double position, float[] block, int to) {
        long whole = (long) Math.floor(position);
        double fraction = position - (double) whole;
        if (fraction == 0) {
            block[to] = at(whole, 0);
            block[to + 1] = at(whole, 1);
            return;
        }
        SincTable.at(fraction, weights);
        long first = whole - SincTable.REACH + 1;
        int start = index(first);
        boolean together = start <= samples.length - SincTable.TAPS * AudioFormat.CHANNELS;
        if (together && isKept(first) && isKept(whole + SincTable.REACH)) {
            SincTable.sum(samples, start, weights, block, to);
            return;
        }
        for (int tap = 0; tap < SincTable.TAPS; tap++) {
            neighbours[2 * tap] = at(first + tap, 0);
            neighbours[2 * tap + 1] = at(first + tap, 1);
        }
        SincTable.sum(neighbours, 0, weights, block, to);
    }
}
