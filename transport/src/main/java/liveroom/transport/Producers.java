package liveroom.transport;

import java.util.List;
import java.util.Optional;
import liveroom.transport.control.ControlEndpoint;
import liveroom.transport.http.HttpAnswer;
import liveroom.transport.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/// The producers' seat of a room, once there is one. Free-threaded.
final class Producers implements AutoCloseable {
    private volatile @Nullable Seat seat;

    private record Seat(ControlEndpoint control, Companion companion, StaticFiles page) {}

    void seat(ControlEndpoint control, Companion companion, StaticFiles page) {
        seat = new Seat(control, companion, page);
    }

    Optional<StaticFiles> page() {
        Seat now = seat;
        return now == null ? Optional.empty() : Optional.of(now.page());
    }

    /// @param path what follows `/control`
    HttpAnswer answer(HttpRequest request, String requester, List<String> path) {
        Seat now = seat;
        return now == null
                ? HttpAnswer.refusal(404, "This studio has no producer's seat.")
                : now.control().answer(request, requester, path);
    }

    void renewKey(String key) {
        Seat now = seat;
        if (now != null) {
            now.control().renewKey(key);
        }
    }

    void tick() {
        Seat now = seat;
        if (now != null) {
            now.control().tick();
        }
    }

    @Override
    public void close() {
        Seat now = seat;
        if (now != null) {
            now.companion().close();
            now.control().close();
        }
    }
}
