package liveroom.encoder;

import liveroom.capture.media.VideoFormat;

/// What the video encoder is asked for.
///
/// @param fps pictures a second of the program
/// @param bitrateKbps most there is, over any second; an easy picture takes less
/// @param keyframeSeconds most time between two keyframes
public record VideoSettings(VideoFormat format, int fps, int bitrateKbps, int keyframeSeconds) {
    /// Viewers ask for the keyframes that they need; a regular one delays the pictures behind it for nothing.
    public static final int KEYFRAME_SECONDS = 10;
    /// Short enough to begin watching a recording anywhere, long enough to cost little.
    public static final int RECORDING_KEYFRAME_SECONDS = 2;
    public static final int MIN_KBPS = 50;
    public static final int MAX_KBPS = 50_000;
    private static final int MAX_FPS = 120;

    public VideoSettings {
        if (fps < 1 || fps > MAX_FPS || keyframeSeconds < 1) {
            throw new IllegalArgumentException("%d fps, a keyframe every %d s".formatted(fps, keyframeSeconds));
        }
        if (bitrateKbps < MIN_KBPS || bitrateKbps > MAX_KBPS) {
            throw new IllegalArgumentException(bitrateKbps + " kbit/s");
        }
    }

    public VideoSettings(VideoFormat format, int fps, int bitrateKbps) {
        this(format, fps, bitrateKbps, KEYFRAME_SECONDS);
    }

    public VideoSettings withBitrate(int newBitrateKbps) {
        return new VideoSettings(format, fps, newBitrateKbps, keyframeSeconds);
    }

    int keyframeInterval() {
        return fps * keyframeSeconds;
    }
}
