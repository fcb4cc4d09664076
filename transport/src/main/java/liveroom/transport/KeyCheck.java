package liveroom.transport;

import java.util.Optional;
import java.util.function.Supplier;
import liveroom.transport.http.BearerToken;
import liveroom.transport.http.HttpAnswer;
import liveroom.transport.http.HttpRequest;

/// Lets only those on who know the room's key: as a bearer token (RFC 6750), or as `?key=` for players that know
/// nothing but one address.
record KeyCheck(Supplier<String> key) implements Gate {
    @Override
    public Optional<HttpAnswer> refuse(HttpRequest request) {
        Optional<String> shown = BearerToken.of(request)
                .or(() -> Optional.ofNullable(request.query().get("key")));
        if (shown.isEmpty()) {
            return Optional.of(
                    HttpAnswer.refusal(401, "The link's key is missing.").with("WWW-Authenticate", "Bearer"));
        }
        return BearerToken.same(shown.get(), key.get())
                ? Optional.empty()
                : Optional.of(HttpAnswer.refusal(403, "The link is not valid, or not any more."));
    }
}
