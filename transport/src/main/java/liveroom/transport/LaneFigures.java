package liveroom.transport;

import java.util.List;

/// What the two lanes do. The first figures are of the track lane's encoders, averaged over the viewers they serve;
/// zeros when there are none.
///
/// @param encodeMsP50 time libwebrtc takes to encode one picture for one viewer: see [EncodeTimes]
/// @param encodeMsP95 that which one in twenty exceeds
/// @param videoKbps sent to one viewer
/// @param audioKbps sent to one viewer
public record LaneFigures(double encodeMsP50, double encodeMsP95, double videoKbps, double audioKbps, Shared shared) {
    public static final LaneFigures NONE = new LaneFigures(0, 0, 0, 0, new Shared(0, 0, 0, 0, 0));

    /// The shared lane, over the viewers who are on it now.
    ///
    /// @param kbps sent to all of them together
    /// @param fpsMin pictures a second that the worst off is sent
    /// @param droppedPictures that they were spared because too much waited, or could not be decoded
    /// @param keyframesWanted how often they could not decode on
    public record Shared(int viewers, double kbps, double fpsMin, long droppedPictures, long keyframesWanted) {
        static Shared of(List<ViewerSnapshot> all) {
            List<ViewerSnapshot> here =
                    all.stream().filter(viewer -> viewer.lane() == Lane.SHARED).toList();
            return new Shared(
                    here.size(),
                    here.stream().mapToDouble(ViewerSnapshot::kbps).sum(),
                    here.stream().mapToDouble(ViewerSnapshot::fps).min().orElse(0),
                    here.stream()
                            .flatMap(viewer -> viewer.shared().stream())
                            .mapToLong(SharedService::droppedPictures)
                            .sum(),
                    here.stream()
                            .flatMap(viewer -> viewer.shared().stream())
                            .mapToLong(SharedService::keyframesWanted)
                            .sum());
        }
    }
}
