package liveroom.app.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import liveroom.app.settings.Settings;
import liveroom.app.settings.StudioHome;
import liveroom.app.testing.Browser;
import liveroom.app.testing.Visit;
import liveroom.capture.media.FramePool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a script of the host's learns of a whole studio, over HTTP.
@Timeout(240)
@SuppressWarnings("NullAway.Init") // JUnit calls `open` before anything else
class HostFiguresTest {
    private static final List<String> PARTS =
            List.of("captureMs", "composeMs", "encodeMs", "networkMs", "bufferMs", "renderMs");

    private static final double FEW_MILLIS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path home;

    private Settings settings;
    private StudioPipeline studio;

    @BeforeEach
    void open() throws Exception {
        settings = Settings.fresh(StudioHome.of(Optional.of(home)))
                .withInputs(Settings.Inputs.DEFAULT.withVideo("test").withAudio("test"))
                .withNetwork(Settings.Network.DEFAULT.withPort(0));
        studio = StudioPipeline.open(settings, _ -> {});
    }

    @AfterEach
    void close() {
        studio.close();
        client.shutdownNow();
        assertThat(FramePool.lentByAll()).isZero();
    }

    private HttpResponse<String> stats(String key) throws IOException, InterruptedException {
        URI link = studio.links().getFirst().uri();
        return client.send(
                HttpRequest.newBuilder(link.resolve("/api/stats"))
                        .timeout(Duration.ofSeconds(30))
                        .header("Authorization", "Bearer " + key)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode figures() throws IOException, InterruptedException {
        return JsonMapper.shared().readTree(stats(settings.room().hostKey()).body());
    }

    /// The only viewer, once everything is known of it and the parts of its latency make the whole: not yet at its
    /// beginning, in which old pictures come.
    private JsonNode whole() throws IOException, InterruptedException {
        long begun = System.nanoTime();
        JsonNode viewer = figures().at("/perViewer/0");
        while (!isKnown(viewer) || !addsUp(viewer)) {
            assertThat(System.nanoTime() - begun).as(viewer.toString()).isLessThan(PATIENCE.toNanos());
            TimeUnit.MILLISECONDS.sleep(200); // more requests would be refused
            viewer = figures().at("/perViewer/0");
        }
        return viewer;
    }

    private static boolean isKnown(JsonNode viewer) {
        return viewer.path("latencyMs").isNumber()
                && viewer.path("skewMsP95").isNumber()
                && viewer.path("lane").asString("").equals("shared")
                && PARTS.stream().allMatch(part -> viewer.path(part).isNumber());
    }

    private static boolean addsUp(JsonNode viewer) {
        double sum = PARTS.stream()
                .mapToDouble(part -> viewer.path(part).doubleValue())
                .sum();
        return Math.abs(sum - viewer.path("latencyMs").doubleValue()) < FEW_MILLIS;
    }

    @Test
    void stats_withTheHostsKeyAlone_areThoseOfALineOfJson() throws Exception {
        JsonNode line = JsonMapper.shared().readTree(FiguresJson.line(studio.snapshot()));

        assertThat(figures().propertyNames()).isEqualTo(line.propertyNames());
        for (String other : List.of(settings.room().key(), settings.room().producerKey())) {
            assertThat(stats(other).statusCode()).isEqualTo(401);
            assertThat(stats(other).body()).doesNotContain("uptimeS");
        }
    }

    @Test
    void stats_viewerOnTheSharedLane_tellWhereTheTimeGoes() throws Exception {
        studio.goLive();
        try (Browser browser = Browser.open();
                Visit visit = new Visit(browser, 1280, 800)) {
            visit.to(studio.links().getFirst().uri().toString(), "live");
            visit.page().locator("#sound-call").click();

            JsonNode viewer = whole();

            assertThat(PARTS).allMatch(part -> viewer.path(part).doubleValue() >= 0);
            assertThat(viewer.path("lane").asString()).isEqualTo("shared");
            assertThat(viewer.path("rung").isNumber()).isTrue();
            assertThat(viewer.path("latencyMsP95").doubleValue())
                    .isGreaterThanOrEqualTo(viewer.path("latencyMsP50").doubleValue());
            assertThat(viewer.path("skewMsP95").doubleValue()).isNotNegative();
            assertThat(visit.complaints()).isEmpty();
        }
    }
}
