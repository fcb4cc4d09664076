package liveroom.encoder;

import liveroom.capture.media.AudioFrame;

/// Program blocks of 10 ms in, Opus packets out. Confined to the `audio-encoder` thread.
public interface AudioEncoder extends AutoCloseable {
    /// Encodes one block; emits zero or more packets to `sink` before returning.
    void encode(AudioFrame block, PacketSink<OpusPacket> sink) throws EncoderException;

    @Override
    void close();
}
