package liveroom.app.window;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import liveroom.transport.Lane;
import liveroom.transport.ViewerSnapshot;

/// Viewers for tests.
public final class Viewers {
    private Viewers() {}

    public static ViewerSnapshot watching(String id, double skewMs, double latencyMs) {
        return new ViewerSnapshot(
                id,
                "Viewer-" + id,
                ViewerSnapshot.Presence.WATCHING,
                ViewerSnapshot.Speech.ALLOWED,
                Instant.EPOCH,
                Lane.TRACK,
                "H264",
                30,
                2500,
                OptionalDouble.of(1.5),
                0,
                OptionalDouble.of(skewMs),
                OptionalDouble.of(latencyMs),
                Optional.empty());
    }
}
