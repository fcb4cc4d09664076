package liveroom.transport;

import liveroom.transport.shared.SeatFigures;
import org.jspecify.annotations.Nullable;

/// Rates between two looks at what the shared lane sends one viewer.
///
/// @param latest the newer look; `null` before there was one
record SharedRates(@Nullable SeatFigures latest, double fps, double videoKbps, double audioKbps) {
    static final SharedRates NONE = new SharedRates(null, 0, 0, 0);

    SharedRates next(SeatFigures now) {
        double seconds = latest == null ? 0 : (now.atNanos() - latest.atNanos()) * 1e-9;
        if (latest == null || seconds <= 0) {
            return new SharedRates(now, fps, videoKbps, audioKbps);
        }
        return new SharedRates(
                now,
                (now.pictures() - latest.pictures()) / seconds,
                (now.pictureBytes() - latest.pictureBytes()) * 8e-3 / seconds,
                (now.soundBytes() - latest.soundBytes()) * 8e-3 / seconds);
    }
}
