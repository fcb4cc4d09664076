package liveroom.transport.peer;

import java.util.OptionalDouble;

/// What the library says it has sent to one viewer. Counts are since the connection began.
///
/// @param atNanos when it was asked, on the system's monotonic clock
/// @param codec of the picture, for example `H264`; empty until media flows
/// @param rttMs of the media path
/// @param lossPercent of packets, as the viewer's last receiver report says
public record PeerStats(
        long atNanos,
        String codec,
        long framesEncoded,
        double encodeSeconds,
        long videoBytes,
        long audioBytes,
        OptionalDouble rttMs,
        double lossPercent) {
    /// Before anything was sent.
    public static final PeerStats NOTHING = new PeerStats(0, "", 0, 0, 0, 0, OptionalDouble.empty(), 0);
}
