package liveroom.transport.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One request, read whole and within the limits.
///
/// @param path as sent, still percent-encoded, without the query
/// @param query the members of the query, decoded; the first of each name
/// @param headers by lower-case name; the first of each
/// @param remote the address it came from, as far as it can be believed
public record HttpRequest(
        String method, String path, Map<String, String> query, Map<String, String> headers, String remote, Body body) {

    /// A request's body.
    public sealed interface Body {
        /// What came; empty if nothing did.
        record Whole(String text) implements Body {}

        /// More than the door takes; the rest was not read.
        record TooLarge() implements Body {}
    }

    public Optional<String> header(String lowerCaseName) {
        return Optional.ofNullable(headers.get(lowerCaseName));
    }

    /// The path's segments, without empty ones; dots are left as they are.
    public List<String> segments() {
        return List.of(path.split("/")).stream().filter(part -> !part.isEmpty()).toList();
    }
}
