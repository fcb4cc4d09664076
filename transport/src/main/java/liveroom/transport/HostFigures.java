package liveroom.transport;

import java.util.function.Supplier;
import liveroom.transport.http.BearerKey;
import liveroom.transport.http.HttpAnswer;
import liveroom.transport.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/// `/api/stats`: what the studio is doing, for scripts that show the host's key, once somebody tells it. Free-threaded.
final class HostFigures {
    private volatile @Nullable Source source;

    private record Source(Supplier<String> json, BearerKey key) {}

    /// @param json asked for each answer, on any thread
    void tell(Supplier<String> json, String key) {
        source = new Source(json, new BearerKey(key, "The host's key is missing, or not valid."));
    }

    /// @param requester whose wrong keys are counted
    HttpAnswer answer(HttpRequest request, String requester) {
        Source now = source;
        if (now == null) {
            return HttpAnswer.refusal(404, "This studio tells no figures.");
        }
        return now.key().refuse(request, requester).orElseGet(() -> figures(request, now));
    }

    private static HttpAnswer figures(HttpRequest request, Source source) {
        if (!Routes.reads(request)) {
            return Routes.notAllowed("GET, HEAD");
        }
        return HttpAnswer.of(200, "application/json", source.json().get()).with("Cache-Control", "no-store");
    }
}
