package liveroom.transport.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One answer.
///
/// @param headers by name, each with its values in order
public record HttpAnswer(int status, String type, Map<String, List<String>> headers, Content content) {
    /// Bytes of a body, not to be changed.
    @SuppressWarnings("ArrayRecordComponent") // never compared, only sent
    public record Content(byte[] bytes) {}

    private static final String TEXT = "text/plain; charset=utf-8";

    public static HttpAnswer of(int status, String type, String body) {
        return of(status, type, body.getBytes(StandardCharsets.UTF_8));
    }

    public static HttpAnswer of(int status, String type, byte[] body) {
        return new HttpAnswer(status, type, Map.of(), new Content(body));
    }

    /// An error, told in one sentence.
    public static HttpAnswer refusal(int status, String sentence) {
        return of(status, TEXT, sentence + "\n");
    }

    public static HttpAnswer empty(int status) {
        return of(status, "", "");
    }

    /// The same answer with one more header, or one more value of it.
    public HttpAnswer with(String name, String value) {
        Map<String, List<String>> more = new LinkedHashMap<>(headers);
        more.merge(name, List.of(value), (before, after) -> {
            List<String> all = new java.util.ArrayList<>(before);
            all.addAll(after);
            return List.copyOf(all);
        });
        return new HttpAnswer(status, type, more, content);
    }

    public String text() {
        return new String(content.bytes(), StandardCharsets.UTF_8);
    }
}
