package liveroom.capture.program;

import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import liveroom.capture.media.AudioFormat;
import liveroom.capture.media.AudioFrame;
import liveroom.capture.media.FrameSink;
import liveroom.capture.media.StudioClock;
import org.jspecify.annotations.Nullable;

/// Where a source hands its sound to the mixer, and the mixer takes it by capture time. The source's clock may run a
/// little faster or slower than the studio's, and its blocks may come in bursts; what is read is even:
///
/// * the reading position follows the wanted capture time by playing up to 0.5 % faster or slower;
/// * a jump, when there must be one, is cross-faded;
/// * where sound is missing it fades to silence, the last of it played backwards if nothing else is left.
///
/// Written by the source's thread, read by the `mixer` thread, which it wakes; the lock is held for microseconds.
final class AudioInput implements FrameSink<AudioFrame> {
    private static final double MAX_STRETCH = 0.005;
    private static final double BEGIN_STRETCH_FRAMES = 96;
    private static final double END_STRETCH_FRAMES = 4;
    private static final double JUMP_FRAMES = 0.06 * AudioFormat.SAMPLE_RATE_HZ;
    /// A sample between two others is made of what is there before so many frames from the end.
    private static final int NEIGHBOURS = 3;
    private static final int FADE_FRAMES = AudioFormat.BLOCK_FRAMES / 2;

    /// A block whose stamp is farther than this from the end of the one before begins a new stream.
    private static final long SAME_STREAM_NANOS = 50_000_000;

    private final StudioClock clock;
    private final AudioRing ring = new AudioRing();
    /// What lies before it in the ring is of another stream.
    private long streamBegin;

    private long waitNanos;
    private double position;
    private double stretch;
    private boolean playing;
    private @Nullable Thread reader;

    AudioInput(StudioClock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized boolean offer(AudioFrame block) {
        long now = clock.nanos();
        boolean follows = !ring.isEmpty() && Math.abs(block.capturedNanos() - ring.endNanos()) < SAME_STREAM_NANOS;
        if (!follows) {
            streamBegin = ring.end();
        }
        long newestNanos = follows ? ring.endNanos() : block.capturedNanos();
        waitNanos = Math.max(waitNanos, now - newestNanos);
        ring.write(block);
        LockSupport.unpark(reader);
        return true;
    }

    /// The longest that the mixer would have waited for a sample since the last call: from its capture to the arrival
    /// of its block, in nanoseconds. 0 if nothing came.
    synchronized long takeLongestWaitNanos() {
        long longest = waitNanos;
        waitNanos = 0;
        return longest;
    }

    /// Waits until the next block is there as a whole and its beginning is `ageNanos` old, but not longer than until
    /// `latestNanos`. While there is silence it waits until then.
    void await(long ageNanos, long latestNanos) throws InterruptedException {
        clock.sleepUntil(Math.min(nextNanos(latestNanos) + ageNanos, latestNanos));
        while (!isThere() && clock.nanos() < latestNanos) {
            clock.doze(latestNanos);
        }
    }

    private synchronized long nextNanos(long otherwiseNanos) {
        return playing ? ring.nanosAt(position) : otherwiseNanos;
    }

    private synchronized boolean isThere() {
        reader = Thread.currentThread();
        return playing && isUnread(position, 1 + MAX_STRETCH);
    }

    private boolean isUnread(double from, double step) {
        return from + AudioFormat.BLOCK_FRAMES * step + 2 <= ring.end() && from >= Math.max(ring.begin(), streamBegin);
    }

    /// Fills one program block, interleaved, with the sound captured from `wantedNanos` on.
    ///
    /// @return capture time of the first sample read
    synchronized long read(long wantedNanos, float[] block) {
        if (ring.isEmpty()) {
            Arrays.fill(block, 0);
            return wantedNanos;
        }
        double wanted = ring.positionAt(wantedNanos);
        boolean available = isUnread(wanted, 1);
        if (!playing) {
            if (!available) {
                Arrays.fill(block, 0);
                return wantedNanos;
            }
            position = Math.rint(wanted);
            stretch = 0;
            playing = true;
            copy(block, position, 1);
            fade(block, 0, 1);
        } else if (!isUnread(position, 1 + MAX_STRETCH)) {
            copyMirrored(block);
            fade(block, 1, -1);
            playing = false;
            return ring.nanosAt(position);
        } else {
            follow(wanted, available, block);
        }
        long first = ring.nanosAt(position);
        position += AudioFormat.BLOCK_FRAMES * (1 + stretch);
        return first;
    }

    private void follow(double wanted, boolean available, float[] block) {
        double error = wanted - position;
        if (Math.abs(error) > JUMP_FRAMES && available) {
            jump(Math.rint(wanted), block);
            return;
        }
        double tolerated = stretch == 0 ? BEGIN_STRETCH_FRAMES : END_STRETCH_FRAMES;
        if (Math.abs(error) > tolerated) {
            stretch = Math.clamp(error / AudioFormat.SAMPLE_RATE_HZ, -MAX_STRETCH, MAX_STRETCH);
        } else if (stretch != 0) {
            stretch = 0;
            position = Math.rint(position);
        }
        copy(block, position, 1 + stretch);
    }

    private void jump(double target, float[] block) {
        copy(block, position, 1);
        for (int frame = 0; frame < AudioFormat.BLOCK_FRAMES; frame++) {
            float in = Math.min(1, frame / (float) FADE_FRAMES);
            for (int channel = 0; channel < AudioFormat.CHANNELS; channel++) {
                int i = frame * AudioFormat.CHANNELS + channel;
                block[i] += in * (ring.at((long) target + frame, channel) - block[i]);
            }
        }
        position = target;
        stretch = 0;
    }

    private void copy(float[] block, double from, double step) {
        for (int frame = 0; frame < AudioFormat.BLOCK_FRAMES; frame++) {
            double at = from + frame * step;
            for (int channel = 0; channel < AudioFormat.CHANNELS; channel++) {
                block[frame * AudioFormat.CHANNELS + channel] = ring.between(at, channel);
            }
        }
    }

    /// At the end of what is there it turns back.
    private void copyMirrored(float[] block) {
        double streamEnd = position < streamBegin ? streamBegin : ring.end();
        double end = Math.max(position - 1, streamEnd - NEIGHBOURS);
        for (int frame = 0; frame < AudioFormat.BLOCK_FRAMES; frame++) {
            double at = position + frame;
            for (int channel = 0; channel < AudioFormat.CHANNELS; channel++) {
                block[frame * AudioFormat.CHANNELS + channel] = ring.between(Math.min(at, 2 * end - at), channel);
            }
        }
    }

    private static void fade(float[] block, float start, float direction) {
        for (int frame = 0; frame < AudioFormat.BLOCK_FRAMES; frame++) {
            float gain = Math.clamp(start + direction * frame / FADE_FRAMES, 0f, 1f);
            for (int channel = 0; channel < AudioFormat.CHANNELS; channel++) {
                block[frame * AudioFormat.CHANNELS + channel] *= gain;
            }
        }
    }
}
