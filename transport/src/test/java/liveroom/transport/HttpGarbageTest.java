package liveroom.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Garbage on every endpoint: refused, and a viewer goes on watching. Bounded by a number of rounds; the seed is fixed.
final class HttpGarbageTest {
    private static final String[] METHODS = {"GET", "POST", "PATCH", "DELETE", "OPTIONS", "PUT", "HEAD", "BREW"};
    private static final String[] PATHS = {
        "/",
        "/watch/main",
        "/watch/%00",
        "/viewer/lanes/track.js",
        "/viewer/%ff%fe",
        "/api/rooms/main",
        "/whep",
        "/whep/main",
        "/whep/main/aaaaaaaaaaaaaaaaaaaaaa",
        "/whep/main/x/y/z",
        "//",
        "/whep/main?key=%zz",
        "/?key=&&="
    };
    private static final int ROUNDS = 300;

    @Test
    void requests_ofGarbage_areRefusedAndHarmNobody() throws Exception {
        SplittableRandom random = new SplittableRandom(11);
        try (TestRoom test = new TestRoom();
                FakeViewer viewer = test.join()) {
            viewer.awaitPictures();
            String offer = viewer.natives.getLocalDescription().sdp;
            for (int round = 0; round < ROUNDS; round++) {
                if (round % 3 == 0) {
                    raw(test.room.port(), noise(random));
                } else {
                    assertThat(status(test.whep, random, offer)).isBetween(200, 505);
                }
            }
            viewer.awaitPictures();
            assertThat(test.whep
                            .send(test.whep
                                    .to("/api/rooms/main?key=" + TestRoom.KEY)
                                    .header("X-Forwarded-For", "192.0.2.99"))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private static int status(WhepClient whep, SplittableRandom random, String offer) throws Exception {
        String method = METHODS[random.nextInt(METHODS.length)];
        String path = PATHS[random.nextInt(PATHS.length)];
        try {
            HttpRequest.Builder request = whep.to(path)
                    .timeout(Duration.ofSeconds(20))
                    .header(
                            "X-Forwarded-For",
                            "192.0.2." + random.nextInt(90)) // or the limit on requests would hide the rest
                    .header("Authorization", "Bearer " + TestRoom.KEY)
                    .header("Content-Type", random.nextBoolean() ? WhepClient.SDP : WhepClient.FRAGMENT)
                    .header("If-Match", "\"" + random.nextInt(3) + "\"")
                    .method(method, BodyPublishers.ofString(mutated(offer, random)));
            return whep.send(request).statusCode();
        } catch (IllegalArgumentException e) {
            return 400; // the client will not send such an address; raw noise covers it
        }
    }

    /// An offer with some lines lost, doubled or changed, so that most are refused and none is harmful.
    private static String mutated(String offer, SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        offer.lines().forEach(line -> {
            switch (random.nextInt(40)) {
                case 0 -> {}
                case 1 -> text.append(line).append("\r\n").append(line).append("\r\n");
                case 2 ->
                    text.append(line, 0, random.nextInt(line.length() + 1)).append("\r\n");
                case 3 ->
                    text.append("a=").append((char) random.nextInt(32, 300)).append("\r\n");
                default -> text.append(line).append("\r\n");
            }
        });
        return text.toString();
    }

    private static byte[] noise(SplittableRandom random) {
        byte[] bytes = new byte[random.nextInt(1, 3000)];
        random.nextBytes(bytes);
        if (random.nextBoolean()) {
            byte[] start = "POST /whep/main HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999\r\n"
                    .getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(start, 0, bytes, 0, Math.min(start.length, bytes.length));
        }
        return bytes;
    }

    /// Writes bytes and reads until the studio has had enough of them.
    private static void raw(int port, byte[] bytes) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(bytes);
            socket.shutdownOutput();
            try (InputStream in = socket.getInputStream()) {
                in.readAllBytes();
            }
        } catch (java.net.SocketException _) {
            // reset by the studio: as good as an answer
        }
    }
}
