package liveroom.transport.http;

import io.helidon.http.RequestException;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Reads a request whole, within the limits, out of the server's hands.
final class RequestReader {
    static final int MAX_BODY_BYTES = 128 * 1024;
    /// So much of a larger body is read and dropped: who is still sending when the connection ends misses the refusal.
    static final int MAX_DROPPED_BYTES = 1024 * 1024;

    private RequestReader() {}

    static HttpRequest read(ServerRequest request) throws UnreadableException {
        Map<String, String> headers = new HashMap<>();
        request.headers()
                .forEach(header -> headers.putIfAbsent(
                        header.name().toLowerCase(Locale.ROOT), header.values().isEmpty() ? "" : header.get()));
        Map<String, String> query = new HashMap<>();
        for (String name : request.query().names()) {
            query.putIfAbsent(name, request.query().first(name).orElse(""));
        }
        return new HttpRequest(
                request.prologue().method().text(),
                request.path().rawPath(),
                query,
                headers,
                ClientAddress.of(ClientAddress.of(request.remotePeer().address()), headers.get("x-forwarded-for")),
                body(request));
    }

    private static HttpRequest.Body body(ServerRequest request) throws UnreadableException {
        if (!request.content().hasEntity()) {
            return new HttpRequest.Body.Whole("");
        }
        try (InputStream stream = request.content().inputStream()) {
            byte[] bytes = stream.readNBytes(MAX_BODY_BYTES + 1);
            if (bytes.length > MAX_BODY_BYTES) {
                drop(stream);
                return new HttpRequest.Body.TooLarge();
            }
            return new HttpRequest.Body.Whole(new String(bytes, StandardCharsets.UTF_8));
        } catch (RequestException e) {
            int status = e.status().code();
            throw new UnreadableException(status, PlainRefusals.sentence(status), e);
        } catch (IOException | RuntimeException e) { // the server has several for a body that breaks off
            throw new UnreadableException(400, "The request's body cannot be read to its end.", e);
        }
    }

    private static void drop(InputStream stream) throws IOException {
        byte[] scrap = new byte[8192];
        int left = MAX_DROPPED_BYTES;
        int read = 0;
        while (left > 0 && read >= 0) {
            read = stream.read(scrap);
            left -= read;
        }
    }

    /// A body that is not what its head announces: the sender's fault, whatever the server throws.
    static final class UnreadableException extends Exception {
        private final int status;

        private UnreadableException(int status, String sentence, Throwable cause) {
            super(sentence, cause);
            this.status = status;
        }

        int status() {
            return status;
        }

        String sentence() {
            return String.valueOf(getMessage());
        }
    }
}
