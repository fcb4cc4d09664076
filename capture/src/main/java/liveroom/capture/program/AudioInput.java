package liveroom.capture.program;

import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import liveroom.capture.media.AudioFormat;
import liveroom.capture.media.AudioFrame;
import liveroom.capture.media.FrameSink;
import liveroom.capture.media.StudioClock;
import org.jspecify.annotations.Nullable;

/// Where a source hands its sound to the mixer, and the mixer takes it by capture time. The source's clock may run a
/// little faster or slower than the studio's ([SourceClock]), and its blocks may come in bursts; what is read is even:
///
/// * the reading position follows the wanted capture time at the source's own rate, evenly ([Steering]);
/// * farther off than 60 ms it jumps, cross-faded;
/// * where sound is missing it fades to silence, the last of it played backwards if nothing else is left.
///
/// Written by the source's thread, read by the `mixer` thread, which it wakes; the lock is held for microseconds.
final class AudioInput implements FrameSink<AudioFrame> {
    private static final double JUMP_FRAMES = 0.06 * AudioFormat.SAMPLE_RATE_HZ;
    private static final int FADE_FRAMES = AudioFormat.BLOCK_FRAMES / 2;

    /// A block whose stamp is farther than this from the end of the one before begins a new stream.
    private static final long SAME_STREAM_NANOS = 50_000_000;

    private final StudioClock clock;
    private final AudioRing ring = new AudioRing();
    private final SourceClock source = new SourceClock();
    private final Steering steering = new Steering();
    /// What a jump fades to.
    private final float[] faded = new float[AudioFormat.BLOCK_FRAMES * AudioFormat.CHANNELS];
    /// What lies before it in the ring is of another stream.
    private long streamBegin;

    private long waitNanos;
    private boolean playing;
    private @Nullable Thread reader;

    AudioInput(StudioClock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized boolean offer(AudioFrame block) {
        long now = clock.nanos();
        long expectedNanos = source.nanosAt((double) ring.end());
        boolean follows = !ring.isEmpty() && Math.abs(block.capturedNanos() - expectedNanos) < SAME_STREAM_NANOS;
        if (!follows) {
            streamBegin = ring.end();
            source.begin(streamBegin, block.capturedNanos());
        }
        waitNanos = Math.max(waitNanos, now - (follows ? expectedNanos : block.capturedNanos()));
        source.note(ring.end(), block.capturedNanos());
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

    /// By how much the source brings more samples than the nominal rate, as a share of it.
    synchronized double drift() {
        return source.drift();
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
        return playing ? source.nanosAt(steering.position()) : otherwiseNanos;
    }

    private synchronized boolean isThere() {
        reader = Thread.currentThread();
        return playing && isUnread(steering.position(), 1 + Steering.MAX_BEND);
    }

    private boolean isUnread(double from, double step) {
        return from + AudioFormat.BLOCK_FRAMES * step + SincTable.REACH <= ring.end()
                && from >= Math.max(ring.begin(), streamBegin);
    }

    /// Fills one program block, interleaved, with the sound captured from `wantedNanos` on.
    ///
    /// @return capture time of the first sample read
    synchronized long read(long wantedNanos, float[] block) {
        if (ring.isEmpty()) {
            Arrays.fill(block, 0);
            return wantedNanos;
        }
        double wanted = source.positionAt(wantedNanos);
        boolean available = isUnread(wanted, 1);
        if (!playing) {
            if (!available) {
                Arrays.fill(block, 0);
                return wantedNanos;
            }
            steering.begin(wanted, source.drift());
            playing = true;
            copy(block);
            fade(block, 0, 1);
        } else if (!isUnread(steering.position(), 1 + Steering.MAX_BEND)) {
            copyMirrored(block);
            fade(block, 1, -1);
            playing = false;
            return source.nanosAt(steering.position());
        } else if (Math.abs(wanted - steering.position()) > JUMP_FRAMES && available) {
            jump(wanted, block);
        } else {
            steering.follow(wanted, source.drift());
            copy(block);
        }
        long first = source.nanosAt(steering.position());
        steering.advance();
        return first;
    }

    private void jump(double wanted, float[] block) {
        copy(block);
        steering.begin(wanted, source.drift());
        copy(faded);
        for (int frame = 0; frame < AudioFormat.BLOCK_FRAMES; frame++) {
            float in = Math.min(1, frame / (float) FADE_FRAMES);
            for (int i = frame * AudioFormat.CHANNELS; i < (frame + 1) * AudioFormat.CHANNELS; i++) {
                block[i] += in * (faded[i] - block[i]);
            }
        }
    }

    private void copy(float[] block) {
        double from = steering.position();
        double step = 1 + steering.deviation();
        for (int frame = 0; frame < AudioFormat.BLOCK_FRAMES; frame++) {
            ring.between(from + frame * step, block, frame * AudioFormat.CHANNELS);
        }
    }

    /// At the end of what is there it turns back.
    private void copyMirrored(float[] block) {
        double position = steering.position();
        double streamEnd = position < streamBegin ? streamBegin : ring.end();
        double end = Math.max(position - 1, streamEnd - SincTable.REACH);
        for (int frame = 0; frame < AudioFormat.BLOCK_FRAMES; frame++) {
            double at = position + frame;
            ring.between(Math.min(at, 2 * end - at), block, frame * AudioFormat.CHANNELS);
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
