package liveroom.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;

/// The figures of a real room, over HTTP.
@Timeout(120)
final class HostFiguresTest {
    private static final String KEY = "hhhhhhhhhhhhhhhhhhhhhh";
    private static final String STATS = "/api/stats";

    private final AtomicInteger asked = new AtomicInteger();
    private TestRoom test;
    private ControlClient host;

    @BeforeEach
    void open() throws Exception {
        test = new TestRoom();
        test.room.tellFigures(() -> "{\"asked\":" + asked.incrementAndGet() + "}", KEY);
        host = client(KEY);
    }

    @AfterEach
    void close() {
        host.close();
        test.close();
    }

    private ControlClient client(String key) {
        return new ControlClient(test.room.port(), key, "script");
    }

    @Test
    @Execution(CONCURRENT)
    void stats_withTheHostsKey_areAsOfNowAndNotKept() throws Exception {
        HttpResponse<String> first = host.get(STATS);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body()).isEqualTo("{\"asked\":1}");
        assertThat(first.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(host.get(STATS).body()).isEqualTo("{\"asked\":2}");
    }

    @Test
    @Execution(CONCURRENT)
    void stats_withAnyOtherKey_tellNothingAndAreLimited() throws Exception {
        try (ControlClient nobody = client("");
                ControlClient viewer = client(TestRoom.KEY);
                ControlClient stranger = client("wwwwwwwwwwwwwwwwwwwwww")) {
            for (HttpResponse<String> refused : List.of(
                    nobody.get(STATS), nobody.get(STATS + "?key=" + KEY), viewer.get(STATS), stranger.get(STATS))) {
                assertThat(refused.statusCode()).isEqualTo(401);
                assertThat(refused.body()).isEqualTo("The host's key is missing, or not valid.\n");
                assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
            }
            List<Integer> flood = new ArrayList<>();
            for (int request = 0; request < 60; request++) {
                flood.add(stranger.get(STATS).statusCode());
            }
            assertThat(flood).contains(429).containsOnly(401, 429);
        }
        assertThat(asked).hasValue(0);
        assertThat(host.get(STATS).statusCode()).isEqualTo(200);
    }

    @Test
    @Execution(CONCURRENT)
    void stats_byAnotherMethodOrPath_areRefused() throws Exception {
        HttpResponse<String> posted = host.send(host.to(STATS).POST(BodyPublishers.ofString("{}")));
        assertThat(posted.statusCode()).isEqualTo(405);
        assertThat(posted.headers().firstValue("Allow")).hasValue("GET, HEAD");
        for (String path : List.of("/api", "/api/", "/api/stats/x", "/api/rooms")) {
            assertThat(host.get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    @Execution(CONCURRENT)
    void stats_ofARoomThatTellsNone_areNotThere() throws Exception {
        try (TestRoom other = new TestRoom();
                ControlClient client = new ControlClient(other.room.port(), KEY, "script")) {
            assertThat(client.get(STATS).statusCode()).isEqualTo(404);
        }
    }
}
