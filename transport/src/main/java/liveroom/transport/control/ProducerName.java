package liveroom.transport.control;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import liveroom.transport.chat.PlainText;
import liveroom.transport.http.HttpRequest;

/// What a producer is called: the header `Liveroom-Producer`, percent-encoded UTF-8, made plain and cut.
final class ProducerName {
    static final String NAMELESS = "producer";
    private static final String HEADER = "liveroom-producer";
    private static final int MAX_SENT = 400;
    private static final int MAX_CHARACTERS = 40;

    private ProducerName() {}

    static String of(HttpRequest request) {
        String sent = request.header(HEADER).orElse("");
        String name = PlainText.cut(PlainText.line(decoded(PlainText.cut(sent, MAX_SENT))), MAX_CHARACTERS)
                .strip();
        boolean pretends = name.equalsIgnoreCase(Deed.HOST);
        return name.isEmpty() || pretends ? NAMELESS : name;
    }

    private static String decoded(String sent) {
        try {
            return URLDecoder.decode(sent.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return sent; // a name with a percent sign of its own
        }
    }
}
