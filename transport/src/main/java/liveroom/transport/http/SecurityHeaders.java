package liveroom.transport.http;

import java.util.Map;

/// What every answer carries that does not say otherwise.
final class SecurityHeaders {
    static final Map<String, String> ALL = Map.of(
            ContentPolicy.HEADER,
            ContentPolicy.STRICTEST.toString(),
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin");

    private SecurityHeaders() {}
}
