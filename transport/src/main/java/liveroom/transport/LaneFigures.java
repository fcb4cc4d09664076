package liveroom.transport;

/// What the track lane's encoders do, averaged over the viewers that are served; zeros when there are none.
///
/// @param encodeMs time libwebrtc takes to encode one picture for one viewer, over the last second
/// @param videoKbps sent to one viewer
/// @param audioKbps sent to one viewer
public record LaneFigures(double encodeMs, double videoKbps, double audioKbps) {
    public static final LaneFigures NONE = new LaneFigures(0, 0, 0);
}
