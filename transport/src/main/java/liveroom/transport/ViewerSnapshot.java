package liveroom.transport;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// One viewer as last seen.
///
/// @param id short, unique in the room, shown to the host
/// @param name what the viewer calls itself, plain text; empty until it has said so
/// @param codec of the picture, for example `H264`; empty until media flows
/// @param fps pictures a second that were sent
/// @param lossPercent of packets sent, as the viewer's reports say; empty while none has
/// @param skewMs how late the sound is against the picture at the viewer, negative if early; from the viewer's last
///     report, if that is not older than some three seconds
/// @param latencyMs from capture to the picture shown; from the same report
/// @param encodeMs what the library took for a picture of its tracks; empty while they bring none
/// @param timing skew and latency over the last minute, and where the time goes
/// @param droppedPictures that it was not shown since it came: spared at the studio, or dropped by the viewer
/// @param shared its place on the shared lane, if it has one; it keeps that while its tracks serve it
public record ViewerSnapshot(
        String id,
        String name,
        Presence presence,
        Speech speech,
        Instant joined,
        Lane lane,
        String codec,
        double fps,
        double kbps,
        OptionalDouble rttMs,
        OptionalDouble lossPercent,
        OptionalDouble skewMs,
        OptionalDouble latencyMs,
        OptionalDouble encodeMs,
        ViewerTiming timing,
        OptionalLong droppedPictures,
        Optional<SharedService> shared) {
    public enum Presence {
        CONNECTING,
        WATCHING,
        /// Its network is gone; it has some seconds to come back.
        RECONNECTING
    }

    /// Whether the host lets it write in the chat.
    public enum Speech {
        ALLOWED,
        MUTED
    }
}
