package liveroom.encoder;

import java.lang.foreign.MemorySegment;
import liveroom.capture.media.FrameBuffer;

/// All NAL units of one picture, Annex B (ITU-T H.264). A keyframe carries its parameter sets. Decoding order is
/// presentation order: there are no B-frames.
public record AccessUnit(Picture picture, long ptsNanos, PacketTiming timing, int bytes, FrameBuffer buffer)
        implements EncodedPacket {
    /// Whether decoding can begin here.
    public enum Picture {
        KEYFRAME,
        DELTA
    }

    @Override
    public MemorySegment payload() {
        return buffer.memory().asSlice(0, bytes);
    }

    @Override
    public AccessUnit retain() {
        buffer.retain();
        return this;
    }

    @Override
    public void close() {
        buffer.release();
    }
}
