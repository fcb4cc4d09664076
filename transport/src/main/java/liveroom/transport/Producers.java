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

    private record Seat(ControlEndpoint control, Companion companion, StaticFiles page, ProducerScreens screens) {}

    void seat(ControlEndpoint control, Companion companion, StaticFiles page, ProducerScreens screens) {
        seat = new Seat(control, companion, page, screens);
    }

    Optional<StaticFiles> page() {
        Seat now = seat;
        return now == null ? Optional.empty() : Optional.of(now.page());
    }

    /// @param path what follows `/control`
    HttpAnswer answer(HttpRequest request, String requester, List<String> path) {
        Seat now = seat;
        if (now == null) {
            return HttpAnswer.refusal(404, "This studio has no producer's seat.");
        }
        return !path.isEmpty() && path.getFirst().equals("whep")
                ? now.screens().answer(request, path.subList(1, path.size()))
                : now.control().answer(request, requester, path);
    }

    void renewKey(String key) {
        Seat now = seat;
        if (now != null) {
            now.control().renewKey(key);
            now.screens().end();
        }
    }

    void tick() {
        Seat now = seat;
        if (now != null) {
            now.control().tick();
            now.screens().tick();
        }
    }

    /// Cuts off whoever watches, on the thread `room`.
    void freeAll() {
        Seat now = seat;
        if (now != null) {
            now.screens().freeAll();
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
