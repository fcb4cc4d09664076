package liveroom.transport.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/// The key that a request shows as a bearer token (RFC 6750).
public final class BearerToken {
    private static final String BEARER = "Bearer ";

    private BearerToken() {}

    /// What stands in the header `Authorization`, if it is a bearer token.
    public static Optional<String> of(HttpRequest request) {
        return request.header("authorization")
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).strip());
    }

    /// Compares in a time that tells nothing about where they differ.
    public static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
