package liveroom.encoder;

import java.lang.foreign.MemorySegment;
import liveroom.capture.media.FrameBuffer;

/// One Opus packet (RFC 6716), 48 kHz stereo.
///
/// @param frames sample frames it decodes to
public record OpusPacket(int frames, long ptsNanos, PacketTiming timing, int bytes, FrameBuffer buffer)
        implements EncodedPacket {
    /// How far the sound that a decoder makes of a packet lags behind the samples that were encoded in it: 2.5 ms, the
    /// overlap of CELT (RFC 6716 section 4.3.7). [#ptsNanos()] is the time of what is decoded, so it is that much
    /// before the encoded block's.
    public static final int LOOKAHEAD_FRAMES = 120;

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
