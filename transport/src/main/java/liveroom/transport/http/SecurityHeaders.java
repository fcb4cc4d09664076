package liveroom.transport.http;

import java.util.Map;

/// What every answer carries: a page of the studio runs its own scripts and nothing else, and nobody may frame it.
final class SecurityHeaders {
    static final Map<String, String> ALL = Map.of(
            "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                            + "connect-src 'self'; media-src 'self' blob:; worker-src 'self'; frame-ancestors 'none'; "
                            + "base-uri 'none'; form-action 'none'",
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin");

    private SecurityHeaders() {}
}
