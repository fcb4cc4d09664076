package liveroom.transport;

import java.util.OptionalDouble;
import liveroom.transport.peer.PeerStats;

/// Rates between two readings of a connection's statistics.
///
/// @param latest the newer reading
/// @param framesEncoded pictures between the two
/// @param encodeSeconds spent on them
record Traffic(
        PeerStats latest, double fps, double videoKbps, double audioKbps, long framesEncoded, double encodeSeconds) {
    static final Traffic NONE = new Traffic(PeerStats.NOTHING, 0, 0, 0, 0, 0);

    Traffic next(PeerStats now) {
        double seconds = (now.atNanos() - latest.atNanos()) * 1e-9;
        if (latest.atNanos() == 0 || seconds <= 0) {
            return new Traffic(now, 0, 0, 0, 0, 0);
        }
        long frames = Math.max(0, now.framesEncoded() - latest.framesEncoded());
        return new Traffic(
                now,
                frames / seconds,
                kbps(now.videoBytes() - latest.videoBytes(), seconds),
                kbps(now.audioBytes() - latest.audioBytes(), seconds),
                frames,
                Math.max(0, now.encodeSeconds() - latest.encodeSeconds()));
    }

    /// Nothing between the latest reading and now.
    Traffic still() {
        return new Traffic(latest, 0, 0, 0, 0, 0);
    }

    /// Of packets; empty until there is media, as nobody can have told of it.
    OptionalDouble lossPercent() {
        return latest.codec().isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(latest.lossPercent());
    }

    /// Mean time from a picture handed over to its access unit.
    double encodeMillis() {
        return framesEncoded == 0 ? 0 : encodeSeconds * 1000 / framesEncoded;
    }

    private static double kbps(long bytes, double seconds) {
        return Math.max(0, bytes) * 8 / 1000.0 / seconds;
    }
}
