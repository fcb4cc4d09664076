package liveroom.transport;

import java.util.Optional;
import java.util.function.Supplier;
import liveroom.transport.http.HttpAnswer;
import liveroom.transport.http.HttpRequest;

/// Lets only those on who know the room's key: as a bearer token (RFC 6750), or as `?key=` for players that know
/// nothing but one address.
record KeyCheck(Supplier<String> key) {
    private static final String BEARER = "Bearer ";

    /// The refusal, or nothing if the key is right.
    Optional<HttpAnswer> refuse(HttpRequest request) {
        Optional<String> shown = request.header("authorization")
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).strip())
                .or(() -> Optional.ofNullable(request.query().get("key")));
        if (shown.isEmpty()) {
            return Optional.of(
                    HttpAnswer.refusal(401, "The link's key is missing.").with("WWW-Authenticate", "Bearer"));
        }
        return RoomKey.same(shown.get(), key.get())
                ? Optional.empty()
                : Optional.of(HttpAnswer.refusal(403, "The link is not valid, or not any more."));
    }
}
