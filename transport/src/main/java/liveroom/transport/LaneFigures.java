package liveroom.transport;

/// What the track lane's encoders do, averaged over the viewers that are served; zeros when there are none.
///
/// @param encodeMsP50 time libwebrtc takes to encode one picture for one viewer: see [EncodeTimes]
/// @param encodeMsP95 that which one in twenty exceeds
/// @param videoKbps sent to one viewer
/// @param audioKbps sent to one viewer
public record LaneFigures(double encodeMsP50, double encodeMsP95, double videoKbps, double audioKbps) {
    public static final LaneFigures NONE = new LaneFigures(0, 0, 0, 0);
}
