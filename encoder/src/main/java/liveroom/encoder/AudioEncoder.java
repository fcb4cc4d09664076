package liveroom.encoder;

import liveroom.capture.media.AudioFrame;

/// Program blocks of 10 ms in, Opus packets out. Confined to the `audio-encoder` thread.
public interface AudioEncoder extends Encoder<AudioFrame, OpusPacket> {}
