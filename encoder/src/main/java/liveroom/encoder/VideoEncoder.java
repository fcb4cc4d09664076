package liveroom.encoder;

import liveroom.capture.media.VideoFrame;

/// Pictures in, H.264 access units out. Confined to the `video-encoder` thread but for the two requests.
public interface VideoEncoder extends Encoder<VideoFrame, AccessUnit> {
    /// Makes the next access unit a keyframe. Callable from any thread.
    void requestKeyframe();

    /// Takes effect with the next frames. Callable from any thread.
    void requestBitrate(int bitrateKbps);
}
