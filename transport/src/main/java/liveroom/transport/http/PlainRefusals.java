package liveroom.transport.http;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;

/// Answers what the server itself refuses, in sentences of the studio's own: the server's would repeat what was sent.
///
/// The server takes some heads that it cannot read for a fault of its own: one that ends too early, a method of other
/// than token characters, one longer than allowed by a few bytes. Such a refusal names no request, since none was read.
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
        boolean unread = event == DirectHandler.EventType.INTERNAL_ERROR
                && request.method().isEmpty();
        Status answered = unread ? Status.BAD_REQUEST_400 : status;
        SecurityHeaders.ALL.forEach((name, value) -> headers.set(HeaderNames.create(name), value));
        headers.set(HeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8");
        return DirectHandler.TransportResponse.builder()
                .status(answered)
                .headers(headers)
                .keepAlive(false)
                .entity(sentence(answered.code()) + "\n")
                .build();
    }

    static String sentence(int status) {
        return switch (status) {
            case 400 -> "The request cannot be understood.";
            case 413 -> "The body is too large.";
            case 414, 431 -> "The request's address or headers are too long.";
            case 501 -> "The body is encoded in a way that the studio does not read.";
            case 503 -> "The studio is busy; try again in a second.";
            case 505 -> "The studio speaks HTTP/1.1.";
            default -> status < 500 ? "The request is refused." : "Something went wrong in the studio.";
        };
    }
}
