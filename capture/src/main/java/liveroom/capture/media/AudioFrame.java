package liveroom.capture.media;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// A block of sound in the layout of [AudioFormat].
///
/// @param frames sample frames in the block
public record AudioFrame(int frames, long ptsNanos, long capturedNanos, FrameBuffer buffer) implements MediaFrame {
    public AudioFrame(int frames, long capturedNanos, FrameBuffer buffer) {
        this(frames, capturedNanos, capturedNanos, buffer);
    }

    public AudioFrame {
        if (frames <= 0 || (long) frames * AudioFormat.BYTES_PER_FRAME > buffer.capacity()) {
            throw new IllegalArgumentException("block of " + frames + " frames");
        }
    }

    public MemorySegment samples() {
        return buffer.memory();
    }

    /// The sample at an interleaved index: `frame * 2` is left, `frame * 2 + 1` is right.
    public float sample(int index) {
        return samples().getAtIndex(ValueLayout.JAVA_FLOAT, index);
    }

    public void setSample(int index, float value) {
        samples().setAtIndex(ValueLayout.JAVA_FLOAT, index, value);
    }

    @Override
    public AudioFrame retain() {
        buffer.retain();
        return this;
    }

    @Override
    public void close() {
        buffer.release();
    }
}
