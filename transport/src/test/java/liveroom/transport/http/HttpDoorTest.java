package liveroom.transport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import io.helidon.common.tls.Tls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Senders that stop in the middle, or hold all they can get. The test's time limit is its only clock.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class HttpDoorTest {
    private static final ConnectionLimits HASTY = new ConnectionLimits(3, Duration.ofMillis(400));
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

    private static HttpDoor door(Tls tls) throws IOException {
        return new HttpDoor(HERE, 0, tls, HASTY, _ -> HttpAnswer.of(200, "text/plain", "hello"));
    }

    private static Socket send(HttpDoor door, String text) throws IOException {
        Socket socket = new Socket(HERE, door.port());
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    private static String allThatComes(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @Execution(CONCURRENT)
    @ValueSource(
            strings = {
                "",
                "GE",
                "GET / HTTP/1.1\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nX-",
                "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 20\r\n\r\nhalf",
                "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nha"
            })
    void sender_thatStops_isLetGo(String begun) throws Exception {
        try (HttpDoor door = door(HttpDoor.PLAIN);
                Socket stalled = send(door, begun)) {
            assertThat(allThatComes(stalled)).doesNotContain("hello");
        }
    }

    @Test
    @Execution(CONCURRENT)
    void keptConnection_withoutFurtherRequest_endsWithoutAnotherAnswer() throws Exception {
        try (HttpDoor door = door(HttpDoor.PLAIN);
                Socket kept = send(door, REQUEST)) {
            assertThat(allThatComes(kept)).containsOnlyOnce("HTTP/1.1").endsWith("hello");
        }
    }

    @Test
    @Execution(CONCURRENT)
    void securePeer_thatNeverShakesHands_isLetGo() throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        KeyStore none = KeyStore.getInstance(KeyStore.getDefaultType());
        none.load(null, null);
        keys.init(none, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        try (HttpDoor door = door(Tls.builder().sslContext(context).build());
                Socket silent = send(door, "");
                Socket half = send(door, "\26\3\1")) {
            assertThat(allThatComes(silent)).isEmpty();
            assertThat(allThatComes(half)).doesNotContain("hello");
        }
    }

    @Test
    @Execution(CONCURRENT)
    void address_thatHoldsItsShare_getsNoMore_othersDo() throws Exception {
        InetAddress greedy = InetAddress.getByName("127.0.0.2");
        List<Socket> held = new ArrayList<>();
        try (HttpDoor door = new HttpDoor(
                HERE,
                0,
                HttpDoor.PLAIN,
                new ConnectionLimits(3, Duration.ofHours(1)),
                _ -> HttpAnswer.of(200, "text/plain", "hello"))) {
            for (int i = 0; i < 3; i++) {
                held.add(new Socket(HERE, door.port(), greedy, 0));
                held.getLast().getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
                assertThat(held.getLast().getInputStream().read()).isEqualTo('H');
            }
            try (Socket refused = new Socket()) {
                refused.bind(new InetSocketAddress(greedy, 0));
                refused.connect(new InetSocketAddress(HERE, door.port()));
                assertThat(allThatComes(refused)).isEmpty();
            }
            try (Socket other = send(door, "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")) {
                assertThat(allThatComes(other)).endsWith("hello");
            }
        } finally {
            for (Socket socket : held) {
                socket.close();
            }
        }
    }
}
