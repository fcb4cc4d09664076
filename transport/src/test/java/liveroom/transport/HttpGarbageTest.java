package liveroom.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import liveroom.capture.media.FramePool;
import org.junit.jupiter.api.Test;

/// Garbage on every endpoint, most of it with the right key where it goes deepest: refused, never a fault inside the
/// studio, and a viewer goes on watching. Bounded by a number of rounds; `-Dliveroom.test.seed=12` makes other garbage.
final class HttpGarbageTest {
    private static final String[] METHODS = {"GET", "POST", "PATCH", "DELETE", "OPTIONS", "PUT", "HEAD", "BREW"};
    private static final String[] PATHS = {
        "/",
        "/watch/main",
        "/watch/%00",
        "/viewer/lanes/track.js",
        "/viewer/%ff%fe",
        "/api/rooms/main",
        "/api/stats",
        "/whep",
        "/whep/main",
        "/whep/main/aaaaaaaaaaaaaaaaaaaaaa",
        "/whep/main/x/y/z",
        "//",
        "/whep/main?key=%zz",
        "/?key=&&="
    };
    private static final String POST = "POST /whep/main?key=%2$s HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: %1$s\r\n";
    /// From an address, with a key; none brings anybody in.
    private static final String[] REQUESTS = {
        "GET /watch/main?key=%2$s HTTP/1.1\r\nHost: x:1\r\nX-Forwarded-For: %1$s\r\nConnection: close\r\n\r\n",
        "GET /api/stats HTTP/1.1\r\nX-Forwarded-For: %1$s\r\nHost: x\r\nAuthorization: Bearer %2$s\r\n\r\n",
        "GET /api/rooms/main HTTP/1.1\r\nX-Forwarded-For: %1$s\r\nHost: [::1]:1\r\nAccept: */*\r\n\r\n",
        "OPTIONS /whep/main HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: %1$s\r\nOrigin: http://y\r\n\r\n",
        POST + "Content-Type: application/sdp\r\nContent-Length: 5\r\n\r\nv=0\r\n",
        POST + "Content-Type: application/sdp\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nv=0\r\n\r\n0\r\n\r\n"
    };
    private static final String SPECIAL = "\r\n\0 :,;%";
    private static final int TORN_IN_A_ROUND = 20;
    private static final long SEED = Long.getLong("liveroom.test.seed", 11);
    private static final int ROUNDS = 300;
    private static final int PATCHES_FOR_EACH = 15;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final TreeMap<String, Integer> answers = new TreeMap<>();
    private int round;

    @Test
    void requests_ofGarbage_areRefusedAndHarmNobody() throws Exception {
        try (TestRoom test = new TestRoom();
                FakeViewer viewer = test.join()) {
            test.room.tellFigures(() -> fail("nobody has the host's key"), "hhhhhhhhhhhhhhhhhhhhhh");
            viewer.awaitPictures();
            String offer = viewer.natives.getLocalDescription().sdp;
            try (Sacrifice sacrifice = new Sacrifice(test)) {
                for (round = 0; round < ROUNDS; round++) {
                    oneRound(test, sacrifice, offer);
                }
            } catch (Exception | AssertionError e) {
                throw new AssertionError("with the seed " + SEED + ", in round " + round, e);
            }
            System.out.println("garbage was answered: " + answers);
            // else the garbage is all of one kind, and reaches less than it should
            assertThat(answers)
                    .containsKeys("POST 201", "POST 400", "PATCH 200", "PATCH 204", "PATCH 400")
                    .containsKeys("noise 400", "torn 200", "torn 400");

            viewer.awaitPictures();
            try (FakeViewer newcomer = test.join()) {
                newcomer.awaitPictures();
                Await.until("two viewers", () -> test.room.viewers().size() == 2);
            }
        }
        assertThat(FramePool.lentByAll()).isZero();
    }

    private void oneRound(TestRoom test, Sacrifice sacrifice, String offer) throws Exception {
        switch (random.nextInt(10)) {
            case 0 -> {
                rawNoise(test.room.port());
                for (int request = 0; request < TORN_IN_A_ROUND; request++) {
                    tornRequest(test.room.port());
                }
            }
            case 1 -> assertThat(anything(test.whep, offer)).isBetween(200, 499);
            case 2, 3, 4, 5 -> offered(test.whep, mutated(offer));
            default -> sacrifice.patched();
        }
    }

    /// Not HTTP at all: refused, if it is answered.
    private void rawNoise(int port) throws IOException {
        for (RawHttp.Answer answer : RawHttp.exchange(port, noise())) {
            answer.assertRefused();
            noted("noise", answer.status());
        }
    }

    /// Nearly HTTP, so that it is refused at every depth, and not always.
    private void tornRequest(int port) throws IOException {
        byte[] request =
                torn(RawHttp.bytes(REQUESTS[random.nextInt(REQUESTS.length)].formatted(address(), TestRoom.KEY)));
        for (RawHttp.Answer answer : RawHttp.exchange(port, request)) {
            if (answer.status() >= 300) {
                answer.assertRefused();
            }
            noted("torn", answer.status());
        }
    }

    /// What the parser lets through goes to the library; whoever comes in so leaves at once.
    private void offered(WhepClient whep, String offer) throws Exception {
        HttpResponse<String> response = whep.offer(offer, "", address());
        assertThat(response.statusCode()).as(offer).isIn(201, 400);
        noted("POST", response);
        if (response.statusCode() == 201) {
            String resource = response.headers().firstValue("Location").orElseThrow();
            assertThat(deleted(whep, resource)).isEqualTo(200);
            assertThat(deleted(whep, resource)).isEqualTo(404);
        }
    }

    private int deleted(WhepClient whep, String resource) throws Exception {
        return whep.send(whep.to(resource)
                        .header("X-Forwarded-For", address())
                        .header("Content-Type", WhepClient.SDP)
                        .method("DELETE", BodyPublishers.ofString(new String(noise(), StandardCharsets.ISO_8859_1))))
                .statusCode();
    }

    private void noted(String method, HttpResponse<String> response) {
        noted(method, response.statusCode());
    }

    private void noted(String what, int status) {
        answers.merge(what + " " + status, 1, Integer::sum);
    }

    /// Another in each round, or the limit on requests would hide the rest.
    private String address() {
        return "garbage-" + round;
    }

    private int anything(WhepClient whep, String offer) throws Exception {
        String method = METHODS[random.nextInt(METHODS.length)];
        String path = PATHS[random.nextInt(PATHS.length)];
        try {
            HttpRequest.Builder request = whep.to(path)
                    .timeout(Duration.ofSeconds(20))
                    .header("X-Forwarded-For", address())
                    .header("Authorization", "Bearer " + TestRoom.KEY)
                    .header("Content-Type", random.nextBoolean() ? WhepClient.SDP : WhepClient.FRAGMENT)
                    .header("If-Match", etag())
                    .method(method, BodyPublishers.ofString(mutated(offer)));
            HttpResponse<String> response = whep.send(request);
            response.headers().firstValue("Location").ifPresent(resource -> leave(whep, resource));
            return response.statusCode();
        } catch (IllegalArgumentException e) {
            return 400; // the client will not send such an address; raw noise covers it
        }
    }

    private void leave(WhepClient whep, String resource) {
        try {
            assertThat(deleted(whep, resource)).isEqualTo(200);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private String etag() {
        return random.nextInt(4) == 0 ? "*" : "\"" + random.nextInt(3) + "\"";
    }

    /// A description with a few changes, so that some are refused at the door, some inside the library, and some not
    /// at all.
    private String mutated(String text) {
        if (random.nextInt(12) == 0) {
            return new String(noise(), StandardCharsets.ISO_8859_1);
        }
        List<String> lines = new ArrayList<>(text.lines().toList());
        for (int change = random.nextInt(1, 5); change > 0 && !lines.isEmpty(); change--) {
            int at = random.nextInt(lines.size());
            String line = lines.get(at);
            switch (random.nextInt(8)) {
                case 0 -> lines.remove(at);
                case 1 -> lines.add(at, line);
                case 2 -> lines.add(random.nextInt(lines.size()), lines.remove(at));
                case 3 -> lines.set(at, line.substring(0, random.nextInt(line.length() + 1)));
                case 4 -> lines.set(at, "a=" + (char) random.nextInt(32, 300));
                case 5 -> lines.set(at, line.replaceFirst("\\d+", Long.toString(random.nextLong())));
                case 6 -> lines.set(at, line.replaceFirst("\\d+", Integer.toString(random.nextInt(140))));
                default -> lines.set(at, withOtherCharacter(line));
            }
        }
        return String.join("\r\n", lines) + "\r\n";
    }

    private String withOtherCharacter(String line) {
        StringBuilder changed = new StringBuilder(line);
        if (!line.isEmpty()) {
            changed.setCharAt(random.nextInt(line.length()), (char) random.nextInt(32, 127));
        }
        return changed.toString();
    }

    private byte[] noise() {
        byte[] bytes = new byte[random.nextInt(1, 3000)];
        random.nextBytes(bytes);
        if (random.nextBoolean()) {
            byte[] start = "POST /whep/main HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999\r\n"
                    .getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(start, 0, bytes, 0, Math.min(start.length, bytes.length));
        }
        return bytes;
    }

    /// The request with a few bytes changed, taken out, put in or doubled, and sometimes only its beginning.
    private byte[] torn(byte[] request) {
        StringBuilder text = new StringBuilder(new String(request, StandardCharsets.ISO_8859_1));
        for (int change = random.nextInt(1, 4); change > 0; change--) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + random.nextInt(1, 5));
            switch (random.nextInt(6)) {
                case 0 -> text.setCharAt(at, (char) random.nextInt(256));
                case 1 -> text.delete(at, end).append(' ');
                case 2 -> text.insert(at, (char) random.nextInt(256));
                case 3 -> text.insert(at, SPECIAL.charAt(random.nextInt(SPECIAL.length())));
                case 4 -> text.insert(at, text.substring(at, end));
                default -> text.setLength(at + 1);
            }
        }
        return RawHttp.bytes(text.toString());
    }

    /// A viewer who is in, and whose connection the garbage may ruin; now and then it is deleted, and another comes.
    private final class Sacrifice implements AutoCloseable {
        private final TestRoom test;
        private FakeViewer viewer;
        private int patchesLeft = PATCHES_FOR_EACH;

        Sacrifice(TestRoom test) throws Exception {
            this.test = test;
            viewer = joined(test);
        }

        private static FakeViewer joined(TestRoom test) throws Exception {
            FakeViewer viewer = test.join();
            Await.until("a connection", viewer::isConnected);
            return viewer;
        }

        void patched() throws Exception {
            if (patchesLeft-- == 0) {
                assertThat(deleted(test.whep, viewer.resource)).isEqualTo(200);
                assertThat(patch(Sdp.credentials(viewer.natives.getLocalDescription().sdp))
                                .statusCode())
                        .isEqualTo(404);
                viewer.close();
                viewer = joined(test);
                patchesLeft = PATCHES_FOR_EACH;
            }
            String fragment = mutated(fragment());
            HttpResponse<String> response = patch(fragment);
            assertThat(response.statusCode()).as(fragment).isIn(200, 204, 400, 412, 428);
            noted("PATCH", response);
            response.headers().firstValue("ETag").ifPresent(etag -> viewer.etag = etag);
        }

        /// Of the present generation, or of one that the viewer never began.
        private String fragment() {
            String sdp = viewer.natives.getLocalDescription().sdp;
            StringBuilder text = new StringBuilder(Sdp.credentials(sdp));
            viewer.candidates()
                    .forEach(candidate -> text.append("a=").append(candidate).append("\r\n"));
            return random.nextBoolean()
                    ? text.toString()
                    : text.toString().replaceFirst("ice-ufrag:.*", "ice-ufrag:garbage" + round);
        }

        private HttpResponse<String> patch(String fragment) throws Exception {
            HttpRequest.Builder request = test.whep
                    .to(viewer.resource)
                    .header("X-Forwarded-For", address())
                    .header("Content-Type", WhepClient.FRAGMENT)
                    .method("PATCH", BodyPublishers.ofString(fragment));
            return switch (random.nextInt(8)) {
                case 0 -> test.whep.send(request);
                case 1 -> test.whep.send(request.header("If-Match", etag()));
                default -> test.whep.send(request.header("If-Match", viewer.etag));
            };
        }

        @Override
        public void close() {
            viewer.close();
        }
    }
}
