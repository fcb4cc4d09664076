package liveroom.capture.program;

import java.util.Arrays;
import liveroom.capture.media.AudioFormat;
import liveroom.capture.media.AudioFrame;
import liveroom.capture.media.FrameSink;
import liveroom.capture.media.StudioClock;

/// Where a source hands its sound to the mixer, and the mixer takes it by capture time. The source's clock may run a
/// little faster or slower than the studio's, and its blocks may come in bursts; what is read is even:
///
/// * the reading position follows the wanted capture time by playing up to 0.5 % faster or slower;
/// * a jump, when there must be one, is cross-faded;
/// * where sound is missing it fades to silence.
///
/// Written by the source's thread, read by the `mixer` thread; the lock is held for microseconds.
final class AudioInput implements FrameSink<AudioFrame> {
    private static final double MAX_STRETCH = 0.005;
    private static final double BEGIN_STRETCH_FRAMES = 96;
    private static final double END_STRETCH_FRAMES = 4;
    private static final double JUMP_FRAMES = 0.06 * AudioFormat.SAMPLE_RATE_HZ;
    private static final int FADE_FRAMES = AudioFormat.BLOCK_FRAMES / 2;

    /// A block whose stamp is farther than this from the end of the one before begins a new stream.
    private static final long SAME_STREAM_NANOS = 50_000_000;

    private final StudioClock clock;
    private final AudioRing ring = new AudioRing();
    private long waitNanos;
    private double position;
    private double stretch;
    private boolean playing;

    AudioInput(StudioClock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized boolean offer(AudioFrame block) {
        long now = clock.nanos();
        boolean follows = !ring.isEmpty() && Math.abs(block.capturedNanos() - ring.endNanos()) < SAME_STREAM_NANOS;
        long newestNanos = follows ? ring.endNanos() : block.capturedNanos();
        waitNanos = Math.max(waitNanos, now - newestNanos);
        ring.write(block);
        return true;
    }

    /// The longest that the mixer would have waited for a sample since the last call: from its capture to the arrival
    /// of its block, in nanoseconds. 0 if nothing came.
    synchronized long takeLongestWaitNanos() {
        long longest = waitNanos;
        waitNanos = 0;
        return longest;
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
        boolean available = wanted + AudioFormat.BLOCK_FRAMES + 2 <= ring.end() && wanted >= ring.begin();
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
        } else if (position + AudioFormat.BLOCK_FRAMES * (1 + MAX_STRETCH) + 2 > ring.end()
                || position < ring.begin()) {
            copy(block, position, 1);
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

    private static void fade(float[] block, float start, float direction) {
        for (int frame = 0; frame < AudioFormat.BLOCK_FRAMES; frame++) {
            float gain = Math.clamp(start + direction * frame / FADE_FRAMES, 0f, 1f);
            for (int channel = 0; channel < AudioFormat.CHANNELS; channel++) {
                block[frame * AudioFormat.CHANNELS + channel] *= gain;
            }
        }
    }
}
