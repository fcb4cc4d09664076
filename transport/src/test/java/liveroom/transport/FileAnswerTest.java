package liveroom.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import liveroom.transport.http.ContentPolicy;
import liveroom.transport.http.HttpAnswer;
import liveroom.transport.http.HttpRequest;
import org.junit.jupiter.api.Test;

class FileAnswerTest {
    private static final byte[] WORDS = "again and ".repeat(100).getBytes(StandardCharsets.UTF_8);
    private static final StaticFiles.StaticFile FILE = StaticFiles.StaticFile.of(
            WORDS, "text/html", new ContentPolicy(List.of("sha256-script"), List.of("sha256-style")));

    @Test
    void browserTakesGzip_getsTheSameInLess() throws IOException {
        HttpAnswer answer = answer(Map.of("accept-encoding", "br, gzip ,deflate"));
        assertThat(answer.headers()).containsEntry("Content-Encoding", List.of("gzip"));
        assertThat(answer.headers()).containsEntry("Vary", List.of("Accept-Encoding"));
        byte[] body = body(answer);
        assertThat(body.length).isLessThan(WORDS.length / 2);
        try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(body))) {
            assertThat(unzipped.readAllBytes()).isEqualTo(WORDS);
        }
    }

    @Test
    void browserDoesNot_orGzipGainsNothing_getsThePlainFile() {
        assertThat(body(answer(Map.of()))).isEqualTo(WORDS);
        assertThat(body(answer(Map.of("accept-encoding", "br, x-gzip")))).isEqualTo(WORDS);
        var tiny = StaticFiles.StaticFile.of(new byte[] {1}, "image/png");
        HttpAnswer answer = FileAnswer.of(tiny, request(Map.of("accept-encoding", "gzip")));
        assertThat(answer.headers()).doesNotContainKey("Content-Encoding");
        assertThat(body(answer)).isEqualTo(tiny.bytes());
    }

    @Test
    void browserHasTheFile_inTheFormItTakes_getsNoneOfIt() {
        for (String encoding : List.of("gzip", "identity")) {
            String etag = answer(Map.of("accept-encoding", encoding))
                    .headers()
                    .getOrDefault("ETag", List.of())
                    .getFirst();
            HttpAnswer again = answer(Map.of("accept-encoding", encoding, "if-none-match", etag));
            assertThat(again.status()).isEqualTo(304);
            assertThat(body(again)).isEmpty();
        }
    }

    @Test
    void whatStandsInThePage_mayRun_andNothingElse() {
        assertThat(answer(Map.of()).headers().get("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("default-src 'none'; script-src 'self' 'sha256-script'; style-src 'self' 'sha256-style'; ");
    }

    private static HttpAnswer answer(Map<String, String> headers) {
        return FileAnswer.of(FILE, request(headers));
    }

    private static HttpRequest request(Map<String, String> headers) {
        return new HttpRequest("GET", "/watch/main", Map.of(), headers, "", new HttpRequest.Body.Whole(""));
    }

    private static byte[] body(HttpAnswer answer) {
        return ((HttpAnswer.Content.Whole) answer.content()).bytes();
    }
}
