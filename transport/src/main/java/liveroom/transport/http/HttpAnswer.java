package liveroom.transport.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One answer.
///
/// @param headers by name, each with its values in order
public record HttpAnswer(int status, String type, Map<String, List<String>> headers, Content content) {
    /// What the body is.
    public sealed interface Content {
        /// Known beforehand; the bytes are not to be changed.
        @SuppressWarnings("ArrayRecordComponent") // never compared, only sent
        record Whole(byte[] bytes) implements Content {}

        /// Written while it comes about, as long as it takes.
        record Stream(StreamWriter writer) implements Content {}
    }

    /// Writes a body piece by piece. Called on the requester's own virtual thread, which it may keep; an
    /// interrupt means that it must return.
    @FunctionalInterface
    public interface StreamWriter {
        /// Writes to `body`, and flushes what is not to wait.
        ///
        /// @throws IOException if the requester is gone
        void write(OutputStream body) throws IOException;
    }

    private static final String TEXT = "text/plain; charset=utf-8";

    public static HttpAnswer of(int status, String type, String body) {
        return of(status, type, body.getBytes(StandardCharsets.UTF_8));
    }

    public static HttpAnswer of(int status, String type, byte[] body) {
        return new HttpAnswer(status, type, Map.of(), new Content.Whole(body));
    }

    /// An answer that goes on until `writer` returns; its connection ends with it.
    public static HttpAnswer stream(String type, StreamWriter writer) {
        return new HttpAnswer(200, type, Map.of(), new Content.Stream(writer)).with("Cache-Control", "no-store");
    }

    /// An error, told in one sentence.
    public static HttpAnswer refusal(int status, String sentence) {
        return of(status, TEXT, sentence + "\n");
    }

    public static HttpAnswer empty(int status) {
        return of(status, "", "");
    }

    /// The same answer, in which what `policy` names may run.
    public HttpAnswer under(ContentPolicy policy) {
        return with(ContentPolicy.HEADER, policy.toString());
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
}
