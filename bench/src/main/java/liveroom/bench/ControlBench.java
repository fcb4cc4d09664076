package liveroom.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import liveroom.app.studio.StudioException;
import liveroom.app.studio.StudioPipeline;
import tools.jackson.databind.json.JsonMapper;

/// How long it takes until every other producer has what one of them has done: three producers at a studio that is
/// live, 200 commands after ten that are not counted, from before a command is sent until the event with its revision
/// has been read by each of the other two.
final class ControlBench {
    private static final int PRODUCERS = 3;
    /// Given first and not counted, as in any show that has begun.
    private static final int WARM_UP = 10;
    private static final int COMMANDS = 200;
    private static final int LEAST_PAUSE_MILLIS = 80;
    private static final int MOST_PAUSE_MILLIS = 160;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final double GOAL_MILLIS = 200;

    private ControlBench() {}

    static List<Figure> run() {
        try {
            Path home = Files.createTempDirectory("liveroom-control");
            try (StudioPipeline studio = TestStudio.open(home)) {
                studio.goLive();
                return measured(URI.create(studio.producerLink()));
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        } catch (StudioException cause) {
            throw new IllegalStateException(cause);
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(cause);
        }
    }

    private static List<Figure> measured(URI link) throws IOException, InterruptedException {
        List<Listener> producers = new ArrayList<>();
        try {
            for (int i = 0; i < PRODUCERS; i++) {
                producers.add(new Listener(link));
            }
            List<Double> millis = new ArrayList<>();
            for (int i = 0; i < WARM_UP + COMMANDS; i++) {
                Thread.sleep(RandomGenerator.getDefault().nextInt(LEAST_PAUSE_MILLIS, MOST_PAUSE_MILLIS));
                Listener giver = producers.get(i % PRODUCERS);
                long begun = System.nanoTime();
                long revision = giver.perform("{\"do\":\"rename-show\",\"name\":\"Measured %d\"}".formatted(i));
                for (Listener other : producers) {
                    double delay = (other.heard(revision) - begun) / 1e6;
                    if (other != giver && i >= WARM_UP) {
                        millis.add(delay);
                    }
                }
            }
            Percentiles delays = new Percentiles(millis);
            double inTime =
                    millis.stream().filter(delay -> delay <= GOAL_MILLIS).count();
            return List.of(
                    Figure.of("events within %.0f ms".formatted(GOAL_MILLIS), 100 * inTime / millis.size(), "%"),
                    Figure.of("command to event at another producer, p50", delays.at(50), "ms"),
                    Figure.of("command to event at another producer, p95", delays.at(95), "ms"),
                    new Figure("command to event at another producer, most", delays.at(100), "ms", GOAL_MILLIS));
        } finally {
            producers.forEach(Listener::close);
        }
    }

    /// A producer who hears events on a thread of its own.
    private static final class Listener implements AutoCloseable {
        private final HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        private final NavigableMap<Long, Long> heardNanos = new ConcurrentSkipListMap<>();
        private final URI link;
        private final Stream<String> lines;

        Listener(URI link) throws IOException, InterruptedException {
            this.link = link;
            HttpResponse<InputStream> events =
                    http.send(to("/control/events").GET().build(), HttpResponse.BodyHandlers.ofInputStream());
            if (events.statusCode() != 200) {
                throw new IOException("the studio answers with " + events.statusCode());
            }
            lines = new BufferedReader(new InputStreamReader(events.body(), StandardCharsets.UTF_8)).lines();
            Thread.ofPlatform().name("producer").daemon().start(this::listen);
        }

        private HttpRequest.Builder to(String path) {
            return HttpRequest.newBuilder(link.resolve(path)).header("Authorization", "Bearer " + link.getFragment());
        }

        private void listen() {
            try {
                lines.filter(line -> line.startsWith("data: ") && line.contains("\"desk\""))
                        .forEach(this::hear);
            } catch (UncheckedIOException _) {
                // it has been closed
            }
        }

        private void hear(String line) {
            long now = System.nanoTime();
            long revision = JsonMapper.shared()
                    .readTree(line.substring("data: ".length()))
                    .at("/desk/revision")
                    .asLong();
            heardNanos.put(revision, now);
        }

        /// Gives a command, and returns the revision that it led to.
        long perform(String command) throws IOException, InterruptedException {
            HttpResponse<String> answer = http.send(
                    to("/control/command")
                            .POST(HttpRequest.BodyPublishers.ofString(command))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException(answer.body());
            }
            return JsonMapper.shared().readTree(answer.body()).at("/revision").asLong();
        }

        /// When the first state with that revision, or a later one, was there. Waits for it.
        long heard(long revision) throws InterruptedException {
            long begun = System.nanoTime();
            while (System.nanoTime() - begun < PATIENCE_NANOS) {
                var entry = heardNanos.ceilingEntry(revision);
                if (entry != null) {
                    return entry.getValue();
                }
                Thread.sleep(1);
            }
            throw new IllegalStateException("an event did not come within ten seconds");
        }

        @Override
        public void close() {
            http.shutdownNow();
        }
    }
}
