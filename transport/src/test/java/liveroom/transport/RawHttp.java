package liveroom.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Speaks to a room in bytes that no HTTP client would send.
final class RawHttp {
    private static final int READ_MILLIS = 20_000;
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: ?(\\d+)\r\n");

    /// One answer of the room's.
    record Answer(int status, String head, String body) {
        /// The sender's fault, and told in a sentence.
        void assertRefused() {
            assertThat(status).as(head).matches(RawHttp::isRefusal, "a 4xx, 501 or 505");
            assertThat(body).as(head).matches("[A-Z][^\\r\\n]*\\.\\n");
        }
    }

    private RawHttp() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static boolean isRefusal(int status) {
        return (status >= 400 && status < 500) || status == 501 || status == 505;
    }

    /// Sends the bytes and then nothing more, and reads until the room ends the connection; no answer if it only does
    /// that.
    static List<Answer> exchange(int port, byte[] bytes) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(READ_MILLIS);
            socket.getOutputStream().write(bytes);
            socket.shutdownOutput();
            try (InputStream in = socket.getInputStream()) {
                return parsed(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        } catch (SocketException _) {
            return List.of(); // reset by the room, which had had enough
        }
    }

    private static List<Answer> parsed(String text) {
        List<Answer> answers = new ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            int end = text.indexOf("\r\n\r\n", at);
            assertThat(text.substring(at)).startsWith("HTTP/1.1 ").contains("\r\n\r\n");
            String head = text.substring(at, end + 2);
            Matcher length = LENGTH.matcher(head);
            int bodyEnd = end + 4 + (length.find() ? Integer.parseInt(length.group(1)) : 0);
            assertThat(bodyEnd).as("the end of what %s announces", head).isLessThanOrEqualTo(text.length());
            answers.add(new Answer(Integer.parseInt(head.substring(9, 12)), head, text.substring(end + 4, bodyEnd)));
            at = bodyEnd;
        }
        return answers;
    }
}
