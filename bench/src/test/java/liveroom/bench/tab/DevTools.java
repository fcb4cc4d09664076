package liveroom.bench.tab;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Commands to a browser by the DevTools protocol, each answered before the next is sent. Free-threaded.
final class DevTools implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;

    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger number = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final WebSocket socket;

    DevTools(URI browser) {
        socket = client.newWebSocketBuilder()
                .buildAsync(browser, new Answers())
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    /// The browser does not do what it is asked to.
    static final class RefusedException extends IllegalStateException {
        private static final long serialVersionUID = 1L;
        private final String reason;

        private RefusedException(String message, String reason) {
            super(message);
            this.reason = reason;
        }

        /// Whether there is no document at this moment: one has gone, and the next is not there yet.
        boolean isBetweenDocuments() {
            return reason.equals("Cannot find default execution context");
        }
    }

    /// Sends a command to the browser itself.
    JsonNode browser(String method, Map<String, ?> parameters) {
        return send(message(method, parameters));
    }

    /// Sends a command to what a session is attached to.
    JsonNode session(String session, String method, Map<String, ?> parameters) {
        return send(message(method, parameters).put("sessionId", session));
    }

    private static ObjectNode message(String method, Map<String, ?> parameters) {
        ObjectNode message = JsonMapper.shared().createObjectNode().put("method", method);
        message.set("params", JsonMapper.shared().valueToTree(parameters));
        return message;
    }

    private synchronized JsonNode send(ObjectNode message) {
        int id = number.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        asked.put(id, answer);
        var _ = socket.sendText(message.put("id", id).toString(), true);
        JsonNode answered = answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        if (answered.has("error")) {
            throw new RefusedException(
                    message + ": " + answered.path("error"),
                    answered.path("error").path("message").asString(""));
        }
        return answered.path("result");
    }

    @Override
    public void close() {
        socket.abort();
        client.close();
    }

    private final class Answers implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public @org.jspecify.annotations.Nullable CompletionStage<?> onText(
                WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                JsonNode message = JsonMapper.shared().readTree(text.toString());
                text.setLength(0);
                CompletableFuture<JsonNode> answer =
                        asked.remove(message.path("id").asInt(0));
                if (answer != null) {
                    answer.complete(message);
                }
            }
            from.request(1);
            return null;
        }
    }
}
