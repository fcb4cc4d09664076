package liveroom.app.window;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import liveroom.capture.media.VideoFormat;
import liveroom.encoder.Rung;
import liveroom.transport.Lane;
import liveroom.transport.SharedService;
import liveroom.transport.ViewerSnapshot;
import liveroom.transport.ViewerTiming;

/// Viewers for tests.
public final class Viewers {
    /// What viewers on the shared lane are sent, if nothing else is said.
    static final Rung TOP = new Rung(0, new VideoFormat(1280, 720), 2500);

    private Viewers() {}

    /// On the shared lane, over so many connections.
    public static ViewerSnapshot spread(String id, int connections) {
        return shared(id, connections, 3, 95, TOP);
    }

    /// On the shared lane, sent this rung.
    public static ViewerSnapshot at(Rung rung) {
        return shared("a", 1, 3, 95, rung);
    }

    private static ViewerSnapshot shared(String id, int connections, double skewMs, double latencyMs, Rung rung) {
        OptionalDouble unknown = OptionalDouble.empty();
        SharedService service = new SharedService(
                Optional.of(rung), connections, 0, 7, 0, 0, unknown, unknown, unknown, unknown, unknown);
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
                OptionalDouble.of(connections > 1 ? 1.4 : 0),
                OptionalDouble.of(skewMs),
                OptionalDouble.of(latencyMs),
                OptionalDouble.empty(),
                timing(skewMs, latencyMs),
                OptionalLong.of(7),
                Optional.of(service));
    }

    /// So many at once: most on good links, every fifth on a bad one, every seventh served by tracks, the fourth
    /// without any measurement yet.
    public static List<ViewerSnapshot> crowd(int count) {
        return IntStream.range(0, count).mapToObj(Viewers::ofCrowd).toList();
    }

    private static ViewerSnapshot ofCrowd(int i) {
        String id = Integer.toString(i + 1);
        double skewMs = Math.round(14 * Math.sin(i * 1.7)) + (i % 5 == 4 ? 28 : 0);
        double latencyMs = 72 + 13 * (i % 4) + (i % 5 == 4 ? 95 : 0);
        if (i == 3) {
            return unmeasured(id);
        }
        return i % 7 == 6
                ? track(id, skewMs + 30, latencyMs + 60, trackTiming(skewMs + 30, latencyMs + 60))
                : shared(id, i % 5 == 4 ? 4 : 1, skewMs, latencyMs, TOP);
    }

    /// On its way in.
    public static ViewerSnapshot unmeasured(String id) {
        return new ViewerSnapshot(
                id,
                "",
                ViewerSnapshot.Presence.CONNECTING,
                ViewerSnapshot.Speech.MUTED,
                Instant.EPOCH,
                Lane.SHARED,
                "",
                0,
                0,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                ViewerTiming.UNKNOWN,
                OptionalLong.empty(),
                Optional.empty());
    }

    public static ViewerSnapshot watching(String id, double skewMs, double latencyMs) {
        return track(id, skewMs, latencyMs, timing(skewMs, latencyMs));
    }

    /// One that has measured in the last minute, but not in the last seconds.
    public static ViewerSnapshot silent(String id, double skewMs, double latencyMs) {
        OptionalDouble unknown = OptionalDouble.empty();
        return track(id, unknown, unknown, timing(skewMs, latencyMs));
    }

    private static ViewerSnapshot track(String id, double skewMs, double latencyMs, ViewerTiming timing) {
        return track(id, OptionalDouble.of(skewMs), OptionalDouble.of(latencyMs), timing);
    }

    private static ViewerSnapshot track(
            String id, OptionalDouble skewMs, OptionalDouble latencyMs, ViewerTiming timing) {
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
                skewMs.isPresent() ? OptionalDouble.of(0) : OptionalDouble.empty(),
                skewMs,
                latencyMs,
                OptionalDouble.of(6),
                timing,
                OptionalLong.of(2),
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

    /// Nobody knows when pictures arrive there.
    private static ViewerTiming trackTiming(double skewMs, double latencyMs) {
        OptionalDouble unknown = OptionalDouble.empty();
        return new ViewerTiming(
                OptionalDouble.of(skewMs),
                OptionalDouble.of(Math.abs(skewMs) + 2),
                OptionalDouble.of(latencyMs),
                OptionalDouble.of(latencyMs + 9),
                unknown,
                OptionalDouble.of(latencyMs * 0.3),
                OptionalDouble.of(6),
                OptionalDouble.of(2));
    }
}
