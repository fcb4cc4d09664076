package liveroom.transport;

import java.util.List;
import java.util.function.Supplier;
import liveroom.transport.http.HttpAnswer;
import liveroom.transport.http.HttpRequest;
import liveroom.transport.http.RequestHandler;
import tools.jackson.databind.json.JsonMapper;

/// What stands under `/api`: the state of the room and its poster, for who knows its key, and the figures of the
/// studio, for who knows the host's. Free-threaded.
final class Api {
    private static final JsonMapper JSON = new JsonMapper();

    private final List<String> statePath;
    private final List<String> posterPath;
    private final Supplier<RoomBody> state;
    private final RequestHandler poster;
    private final KeyCheck keyCheck;
    private final HostFigures figures;

    Api(String roomId, Supplier<RoomBody> state, RequestHandler poster, KeyCheck keyCheck, HostFigures figures) {
        this.statePath = List.of("rooms", roomId);
        this.posterPath = List.of("rooms", roomId, "poster");
        this.poster = poster;
        this.state = state;
        this.keyCheck = keyCheck;
        this.figures = figures;
    }

    /// The state of the room as JSON.
    record RoomBody(int v, String state, String title, int viewers) {}

    /// @param requester whose wrong keys are counted
    /// @param path what follows `/api`
    HttpAnswer answer(HttpRequest request, String requester, List<String> path) {
        if (path.equals(List.of("stats"))) {
            return figures.answer(request, requester);
        }
        if (!path.equals(statePath) && !path.equals(posterPath)) {
            return Routes.noSuchRoom();
        }
        if (!Routes.reads(request)) {
            return Routes.notAllowed("GET, HEAD");
        }
        return keyCheck.refuse(request).orElseGet(() -> path.equals(statePath) ? state() : poster.answer(request));
    }

    private HttpAnswer state() {
        return HttpAnswer.of(200, "application/json", JSON.writeValueAsString(state.get()))
                .with("Cache-Control", "no-store");
    }
}
