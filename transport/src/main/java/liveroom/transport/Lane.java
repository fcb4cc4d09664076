package liveroom.transport;

/// How the show reaches one viewer.
public enum Lane {
    /// RTP media tracks, encoded by libwebrtc for this viewer alone.
    TRACK,
    /// Data channels, with what was encoded once for all.
    SHARED
}
