package liveroom.transport.http;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;

/// Answers what the server itself refuses, in sentences of the studio's own: the server's would repeat what was sent.
final class PlainRefusals {
    private PlainRefusals() {}

    static DirectHandlers all() {
        DirectHandlers.Builder handlers = DirectHandlers.builder();
        for (DirectHandler.EventType event : DirectHandler.EventType.values()) {
            handlers.addHandler(event, PlainRefusals::refuse);
        }
        return handlers.build();
    }

    private static DirectHandler.TransportResponse refuse(
            DirectHandler.TransportRequest request,
            DirectHandler.EventType event,
            Status status,
            ServerResponseHeaders headers,
            String message) {
        String sentence = switch (status.code()) {
            case 400 -> "The request cannot be understood.";
            case 413 -> "The body is too large.";
            case 414, 431 -> "The request's address or headers are too long.";
            case 505 -> "The studio speaks HTTP/1.1.";
            case 503 -> "The studio is busy; try again in a second.";
            default -> status.code() < 500 ? "The request is refused." : "Something went wrong in the studio.";
        };
        SecurityHeaders.ALL.forEach((name, value) -> headers.set(HeaderNames.create(name), value));
        headers.set(HeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8");
        return DirectHandler.TransportResponse.builder()
                .status(status)
                .headers(headers)
                .keepAlive(false)
                .entity(sentence + "\n")
                .build();
    }
}
