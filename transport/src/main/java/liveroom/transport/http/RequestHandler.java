package liveroom.transport.http;

/// Answers requests. Called on virtual threads, many at a time; may wait.
@FunctionalInterface
public interface RequestHandler {
    HttpAnswer answer(HttpRequest request);
}
