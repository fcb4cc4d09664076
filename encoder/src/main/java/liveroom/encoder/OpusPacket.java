package liveroom.encoder;

import java.lang.foreign.MemorySegment;
import liveroom.capture.media.FrameBuffer;

/// One Opus packet (RFC 6716), 48 kHz stereo.
///
/// @param frames sample frames it decodes to
public record OpusPacket(int frames, long ptsNanos, PacketTiming timing, int bytes, FrameBuffer buffer)
        implements EncodedPacket {
    @Override
    public MemorySegment payload() {
        return buffer.memory().asSlice(0, bytes);
    }

    @Override
    public OpusPacket retain() {
        buffer.retain();
        return this;
    }

    @Override
    public void close() {
        buffer.release();
    }
}
