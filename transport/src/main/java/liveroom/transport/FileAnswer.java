package liveroom.transport;

import java.util.regex.Pattern;
import liveroom.transport.http.EntityTag;
import liveroom.transport.http.HttpAnswer;
import liveroom.transport.http.HttpRequest;

/// The answer with a page's file: short if the browser has it already (RFC 9110, section 13.1.2), compressed if it
/// can take that.
final class FileAnswer {
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    private FileAnswer() {}

    static HttpAnswer of(StaticFiles.StaticFile file, HttpRequest request) {
        boolean zips = file.zipped().length < file.bytes().length && takesGzip(request);
        byte[] body = zips ? file.zipped() : file.bytes();
        String etag = "\"" + EntityTag.of(body) + "\"";
        HttpAnswer answer;
        if (request.header("if-none-match").filter(etag::equals).isPresent()) {
            answer = HttpAnswer.empty(304);
        } else {
            answer = HttpAnswer.of(200, file.type(), body);
            answer = zips ? answer.with("Content-Encoding", "gzip") : answer;
        }
        return answer.under(file.policy())
                .with("ETag", etag)
                .with("Vary", "Accept-Encoding")
                .with("Cache-Control", "no-cache");
    }

    /// RFC 9110, section 12.5.3. One who puts weights to it, as no browser does, gets the plain file.
    private static boolean takesGzip(HttpRequest request) {
        return request.header("accept-encoding").stream()
                .flatMap(COMMA::splitAsStream)
                .anyMatch("gzip"::equals);
    }
}
