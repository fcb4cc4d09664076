package liveroom.app.window;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import liveroom.capture.media.VideoFormat;
import liveroom.encoder.Rung;
import liveroom.transport.Lane;
import liveroom.transport.SharedService;
import liveroom.transport.ViewerSnapshot;
import liveroom.transport.ViewerTiming;

/// Viewers for tests.
public final class Viewers {
    private Viewers() {}

    /// On the shared lane, over so many connections.
    public static ViewerSnapshot spread(String id, int connections) {
        OptionalDouble unknown = OptionalDouble.empty();
        SharedService service = new SharedService(
                Optional.of(new Rung(0, new VideoFormat(1280, 720), 2500)),
                connections,
                0,
                0,
                0,
                0,
                unknown,
                unknown,
                unknown,
                unknown,
                unknown);
        return new ViewerSnapshot(
                id,
                "Viewer-" + id,
                ViewerSnapshot.Presence.WATCHING,
                ViewerSnapshot.Speech.ALLOWED,
                Instant.EPOCH,
                Lane.SHARED,
                "H264",
                30,
                2500,
                OptionalDouble.of(52),
                0,
                OptionalDouble.of(3),
                OptionalDouble.of(95),
                timing(3, 95),
                Optional.of(service));
    }

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
                timing(skewMs, latencyMs),
                Optional.empty());
    }

    private static ViewerTiming timing(double skewMs, double latencyMs) {
        return new ViewerTiming(
                OptionalDouble.of(skewMs),
                OptionalDouble.of(Math.abs(skewMs) + 2),
                OptionalDouble.of(latencyMs),
                OptionalDouble.of(latencyMs + 5),
                OptionalDouble.of(latencyMs * 0.5),
                OptionalDouble.of(latencyMs * 0.3),
                OptionalDouble.of(latencyMs * 0.2),
                OptionalDouble.of(0));
    }
}
