package liveroom.encoder;

import liveroom.capture.media.MediaFrame;

/// Frames in, packets out. Confined to one thread, except where a method says otherwise.
public interface Encoder<F extends MediaFrame, P extends EncodedPacket> extends AutoCloseable {
    /// Encodes one frame; emits zero or more packets to `sink` before returning.
    void encode(F frame, PacketSink<P> sink) throws EncoderException;

    /// FFmpeg's name of the codec.
    String codec();

    /// Which codec it is and how it is set, one line for people.
    String description();

    @Override
    void close();
}
