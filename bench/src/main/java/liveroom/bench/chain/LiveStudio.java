package liveroom.bench.chain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The studio in a process of its own, live, with settings of its own, telling its figures.
public final class LiveStudio implements AutoCloseable {
    /// Those of `./studio`, but for what it has learnt to start quickly: that is of another class path.
    static final List<String> JAVA_OPTIONS = List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xms64m",
            "-Xmx512m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private static final long START_SECONDS = 30;
    private static final long FIGURES_SECONDS = 60;
    private static final String LINK = "Watch: ";

    private final Process process;
    private final Path home;
    private final Thread reader;
    private final Object lock = new Object();
    private final List<Figures> figures = new ArrayList<>();
    private String link = "";
    private boolean ended;

    private LiveStudio(Process process, Path home) {
        this.process = process;
        this.home = home;
        this.reader = Thread.ofPlatform().name("studio-figures").daemon().start(this::read);
    }

    /// Whether it is seen.
    public enum Face {
        /// It prints its figures.
        HEADLESS,
        /// In its window, on the display that the environment names; its figures are asked for.
        WINDOW;

        private List<String> arguments() {
            return switch (this) {
                case HEADLESS -> List.of("--headless", "--json");
                case WINDOW -> List.of();
            };
        }
    }

    /// Starts `live` with that face and `arguments` after it, and waits until it is live.
    public static LiveStudio start(Face face, List<String> arguments) {
        return start(UnaryOperator.identity(), Map.of(), face, arguments);
    }

    /// Starts `live --headless --json` with `arguments` after it, and waits until it is live.
    public static LiveStudio start(Map<String, String> environment, List<String> arguments) {
        return start(UnaryOperator.identity(), environment, Face.HEADLESS, arguments);
    }

    /// The same, but where the system allows it (to root) the studio has a higher priority than whoever watches it, who
    /// would else be at another computer.
    public static LiveStudio startAhead(List<String> arguments) {
        UnaryOperator<List<String>> ahead =
                command -> Stream.concat(Stream.of("chrt", "--other", "0", "nice", "-n", "-10"), command.stream())
                        .toList();
        return start(ahead, Map.of(), Face.HEADLESS, arguments);
    }

    /// Starts the studio on the host's side of a link.
    public static LiveStudio start(WideAreaLink link, List<String> arguments) {
        List<String> all = new ArrayList<>(List.of("--bind", WideAreaLink.HOST_ADDRESS));
        all.addAll(arguments);
        return start(link::onHost, Map.of(), Face.HEADLESS, all);
    }

    private static LiveStudio start(
            UnaryOperator<List<String>> place, Map<String, String> environment, Face face, List<String> arguments) {
        try {
            Path home = Files.createTempDirectory("liveroom-studio");
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(JAVA_OPTIONS);
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), "liveroom.app.Main"));
            command.addAll(List.of("live", "--port", "0"));
            command.addAll(face.arguments());
            command.addAll(arguments);
            ProcessBuilder builder = new ProcessBuilder(place.apply(command))
                    .redirectError(home.resolve("errors").toFile());
            builder.environment().putAll(environment);
            builder.environment().put("LIVEROOM_HOME", home.toString());
            LiveStudio studio = new LiveStudio(builder.start(), home);
            studio.awaitLink();
            if (face == Face.WINDOW) {
                Thread.ofPlatform().name("studio-questions").daemon().start(studio::ask);
            }
            return studio;
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private void awaitLink() throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        synchronized (lock) {
            while (link.isEmpty() && !ended && System.nanoTime() < deadline) {
                try {
                    lock.wait(100);
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                    break;
                }
            }
            if (!link.isEmpty()) {
                return;
            }
        }
        String said = Files.readString(home.resolve("errors"));
        close();
        throw new IllegalStateException("the studio does not go live: " + said);
    }

    private void read() {
        JsonMapper mapper = JsonMapper.shared();
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (lock) {
                    if (line.startsWith(LINK) && link.isEmpty()) {
                        link = line.substring(LINK.length());
                    } else if (line.startsWith("{")) {
                        figures.add(new Figures(Monotonic.millis(), mapper.readTree(line)));
                    }
                    lock.notifyAll();
                }
            }
        } catch (IOException _) {
            // The process was ended.
        }
        synchronized (lock) {
            ended = true;
            lock.notifyAll();
        }
    }

    /// Asks for the figures once a second, as a host's own program would.
    private void ask() {
        JsonMapper mapper = JsonMapper.shared();
        try (HttpClient http = HttpClient.newHttpClient()) {
            String key = mapper.readTree(Files.readString(home.resolve("settings.json")))
                    .path("room")
                    .path("hostKey")
                    .stringValue();
            HttpRequest question = HttpRequest.newBuilder(URI.create(link).resolve("/api/stats"))
                    .header("Authorization", "Bearer " + key)
                    .build();
            while (!hasEnded()) {
                String told = http.send(question, HttpResponse.BodyHandlers.ofString())
                        .body();
                add(new Figures(Monotonic.millis(), mapper.readTree(told)));
                TimeUnit.SECONDS.sleep(1);
            }
        } catch (IOException | InterruptedException _) {
            // The process was ended.
        }
    }

    private void add(Figures told) {
        synchronized (lock) {
            figures.add(told);
            lock.notifyAll();
        }
    }

    private boolean hasEnded() {
        synchronized (lock) {
            return ended;
        }
    }

    /// The first link that it printed.
    public String link() {
        return link;
    }

    /// Where its settings are, until it is closed.
    public Path home() {
        return home;
    }

    public long pid() {
        return process.pid();
    }

    /// All lines so far, one a second.
    public List<Figures> figures() {
        synchronized (lock) {
            return List.copyOf(figures);
        }
    }

    /// Waits until the studio has told its figures `lines` times.
    public void awaitFigures(int lines) {
        await(told -> told.size() >= lines);
    }

    /// Waits until the studio tells of so many viewers.
    public void awaitViewers(int viewers) {
        await(told -> !told.isEmpty() && told.getLast().json().path("viewers").asInt() == viewers);
    }

    /// Waits until the studio tells of a viewer what is wished.
    public void awaitViewer(Predicate<JsonNode> wished) {
        await(told -> !told.isEmpty()
                && told.getLast().json().path("perViewer").valueStream().anyMatch(wished));
    }

    private void await(Predicate<List<Figures>> condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(FIGURES_SECONDS);
        synchronized (lock) {
            while (!condition.test(figures)) {
                if (ended || System.nanoTime() > deadline) {
                    throw new IllegalStateException(
                            ended ? "the studio has ended" : "waited in vain, last told: " + figures.getLast());
                }
                try {
                    lock.wait(100);
                } catch (InterruptedException cause) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException(cause);
                }
            }
        }
    }

    /// Sends the signal that ends the show, and waits for the end.
    public void end() {
        process.destroy();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            reader.join();
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /// Ends the show in order.
    @Override
    public void close() {
        end();
        try (var paths = Files.walk(home)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /// One line of `--json`.
    ///
    /// @param atMillis when it came, see [Monotonic]
    public record Figures(double atMillis, JsonNode json) {
        /// A figure of the only viewer, if there is one and it is known.
        public Optional<Double> ofViewer(String name) {
            JsonNode value = json.path("perViewer").path(0).path(name);
            return value.isNumber() ? Optional.of(value.doubleValue()) : Optional.empty();
        }
    }
}
