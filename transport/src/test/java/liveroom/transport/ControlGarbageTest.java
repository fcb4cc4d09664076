package liveroom.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;

/// Garbage on every address of the control interface and that of the figures, most of it with the right key:
/// refused, never a fault inside the studio, and a producer goes on. `-Dliveroom.test.seed=12` makes other garbage.
@Timeout(300)
final class ControlGarbageTest {
    private static final String KEY = "pppppppppppppppppppppp";
    private static final String[] METHODS = {"GET", "POST", "POST", "POST", "HEAD", "PUT", "DELETE", "BREW"};
    private static final String[] PATHS = {
        "/control/command",
        "/control/command",
        "/control/command?key=%zz",
        "/control/state",
        "/control/picture?of=program",
        "/control/picture?of=%00",
        "/control/picture",
        "/control/",
        "/control/%ff/events",
        "/control/events/x",
        "/api/stats",
        "/api/stats?key=%zz",
        "/api/stats/%ff",
        "/producer",
        "/producer/../../etc/passwd",
        "/producer/%2e%2e/x.js"
    };
    private static final String[] COMMANDS = {
        "{\"do\":\"take\",\"transition\":\"fade\",\"millis\":500}",
        "{\"do\":\"preview\",\"sceneId\":\"two\"}",
        "{\"do\":\"reveal\",\"sceneId\":\"one\",\"layerId\":\"card\",\"shown\":true}",
        "{\"do\":\"rename-show\",\"name\":\"Morning\"}",
        "{\"do\":\"put-comment\",\"author\":\"Ana\",\"text\":\"Hello\"}",
        "{\"do\":\"add-layer\",\"sceneId\":\"one\",\"layer\":{\"id\":\"x\",\"name\":\"X\",\"content\":"
                + "{\"kind\":\"lower-third\",\"name\":\"A\"}},\"at\":3}",
        "{\"do\":\"set-rundown\",\"rundown\":[{\"id\":\"a\",\"label\":\"A\",\"action\":"
                + "{\"do\":\"take\",\"sceneId\":\"one\"}}]}"
    };
    private static final long SEED = Long.getLong("liveroom.test.seed", 11);
    private static final int ROUNDS = 1500;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final TreeMap<String, Integer> answers = new TreeMap<>();

    @Test
    void requests_ofGarbage_areRefusedAndHarmNobody() throws Exception {
        FakeDesk desk = new FakeDesk();
        try (TestRoom test = new TestRoom();
                ControlClient ana = new ControlClient(test.room.port(), KEY, "Ana")) {
            test.room.seatProducers(desk.seat(), StaticFiles.NONE, KEY);
            test.room.tellFigures(() -> "{}", KEY);
            try (ControlClient.Events events = ana.events()) {
                events.next("state");
                for (int round = 0; round < ROUNDS; round++) {
                    oneRound(ana, round);
                }
                System.out.println("garbage was answered: " + answers);
                assertThat(answers).containsKeys("command 200", "command 400", "command 409", "other 401", "other 404");
                long before = desk.state().revision();
                assertThat(ana.command("{\"do\":\"rename-show\",\"name\":\"After\"}")
                                .statusCode())
                        .isEqualTo(200);
                while (events.next("state").path("desk").path("revision").asLong() <= before) {
                    // those of the garbage that were commands all the same
                }
            }
            assertThat(JsonMapper.shared()
                            .readTree(ana.get("/control/state").body())
                            .isObject())
                    .isTrue();
        }
    }

    private void oneRound(ControlClient client, int round) throws Exception {
        String method = METHODS[random.nextInt(METHODS.length)];
        String path = PATHS[random.nextInt(PATHS.length)];
        boolean command = path.equals("/control/command") && method.equals("POST");
        HttpRequest.Builder request;
        try {
            request = client.to(path)
                    .timeout(Duration.ofSeconds(20))
                    .header("X-Forwarded-For", "garbage-" + round)
                    .method(method, BodyPublishers.ofByteArray(body()));
        } catch (IllegalArgumentException e) {
            return; // the client will not send such an address
        }
        if (!command && random.nextInt(6) == 0) {
            request.setHeader("Authorization", "Bearer " + random.nextLong());
        }
        HttpResponse<String> answer = client.send(request);
        assertThat(answer.statusCode())
                .as("%s %s with the seed %d", method, path, SEED)
                .isBetween(200, 499);
        answers.merge((command ? "command " : "other ") + answer.statusCode(), 1, Integer::sum);
    }

    private byte[] body() {
        if (random.nextInt(20) == 0) {
            byte[] noise = new byte[random.nextInt(70_000)];
            random.nextBytes(noise);
            return noise;
        }
        StringBuilder text = new StringBuilder(COMMANDS[random.nextInt(COMMANDS.length)]);
        for (int change = random.nextInt(3); change > 0; change--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(5)) {
                case 0 -> text.setCharAt(at, (char) random.nextInt(32, 300));
                case 1 -> text.deleteCharAt(at);
                case 2 -> text.insert(at, "\"{}[],:0-\\".charAt(random.nextInt(10)));
                case 3 -> text.insert(at, "[".repeat(random.nextInt(1, 3000)));
                default -> text.setLength(Math.max(1, at));
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
