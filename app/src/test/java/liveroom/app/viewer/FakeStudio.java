package liveroom.app.viewer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import liveroom.app.page.PageFiles;
import liveroom.transport.StaticFiles;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A studio's HTTP surface without a studio: serves the page as `docs/protocol.md` says and gives canned answers, or
/// hands offers to a second page (`/peer/`) that is the other end of the connection.
final class FakeStudio implements AutoCloseable {
    static final String KEY = "AAAAAAAAAAAAAAAAAAAAAA";

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml");

    private final StaticFiles files = PageFiles.ofViewers();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<Map<String, String>> tasks = new LinkedBlockingQueue<>();
    private final Map<String, CompletableFuture<String>> answers = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile String state = "live";
    private volatile int refusal;
    private volatile boolean removed;
    private volatile boolean keysAreVoid;
    private volatile String tracks = "awake";
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private volatile byte[] poster = {};
    private volatile @Nullable Path movie;
    private volatile CountDownLatch cut = new CountDownLatch(0);

    FakeStudio() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    String link() {
        return origin() + "/watch/ana#" + KEY;
    }

    /// What the room says of itself from now on, and whether an offer is refused: 0 for not at all.
    void room(String state, int refusal) {
        this.state = state;
        this.refusal = refusal;
    }

    /// From now on no viewer is answered, until [#mend()].
    void cut() {
        cut = new CountDownLatch(1);
    }

    void mend() {
        cut.countDown();
    }

    /// From now on nobody has the right key.
    void voidLinks() {
        refusal = 403;
        keysAreVoid = true;
    }

    /// From now on offers are refused because the host has removed the viewer.
    void remove() {
        removed = true;
        refusal = 403;
    }

    /// From now on a viewer is told that nothing comes by tracks before it has opened `media`.
    void letTracksSleep() {
        tracks = "asleep";
    }

    /// What the pages have called themselves, in the order of their offers.
    List<String> tokens() {
        return tokens;
    }

    void movie(Path movie) {
        this.movie = movie;
    }

    /// From now on newcomers are shown this JPEG until their picture has come, whether they are let in or not.
    void poster(byte[] jpeg) {
        poster = jpeg;
    }

    /// The requests so far, as `POST /whep/ana`.
    List<String> requests() {
        return requests;
    }

    long requests(String start) {
        return requests.stream().filter(request -> request.startsWith(start)).count();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String request = exchange.getRequestMethod() + " " + path;
            if (!path.startsWith("/peer/")) {
                requests.add(request);
                cut.await();
            }
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            if (path.startsWith("/watch/")) {
                page(exchange, "index.html");
            } else if (path.startsWith("/viewer/")) {
                page(exchange, path.substring("/viewer/".length()));
            } else if (path.equals("/api/rooms/ana/poster")) {
                poster(exchange);
            } else if (path.startsWith("/api/rooms/")) {
                room(exchange);
            } else if (path.startsWith("/whep/")) {
                whep(exchange, path);
            } else if (path.startsWith("/peer/")) {
                peer(exchange, path);
            } else {
                answer(exchange, 404, "No such page.");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void poster(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "image/jpeg");
        exchange.sendResponseHeaders(poster.length == 0 ? 204 : 200, poster.length == 0 ? -1 : poster.length);
        exchange.getResponseBody().write(poster);
    }

    private void room(HttpExchange exchange) throws IOException {
        if (keysAreVoid) {
            answer(exchange, 403, "No.");
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        String room = JsonMapper.shared()
                .writeValueAsString(Map.of("v", 1, "state", state, "title", "Ana’s live room", "viewers", 12));
        answer(exchange, 200, room);
    }

    private void whep(HttpExchange exchange, String path) throws IOException, InterruptedException {
        String body = new String(exchange.getRequestBody().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        switch (exchange.getRequestMethod()) {
            case "POST" -> {
                tokens.add(exchange.getRequestHeaders().getFirst("Liveroom-Viewer"));
                boolean known =
                        ("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"));
                int status = known ? refusal : 403;
                if (status != 0) {
                    exchange.getResponseHeaders().set("Retry-After", "1");
                    if (removed) {
                        exchange.getResponseHeaders().set("Liveroom-Refusal", "removed");
                    }
                    answer(exchange, status, "No.");
                    return;
                }
                String id = "p" + count.incrementAndGet();
                String sdp = ask("offer", id, body);
                exchange.getResponseHeaders().set("Content-Type", "application/sdp");
                exchange.getResponseHeaders().set("Location", "/whep/ana/" + id);
                exchange.getResponseHeaders().set("ETag", "\"1\"");
                exchange.getResponseHeaders()
                        .set("Liveroom-Lane", exchange.getRequestHeaders().getFirst("Liveroom-Lane"));
                exchange.getResponseHeaders().set("Liveroom-Tracks", tracks);
                answer(exchange, 201, sdp);
            }
            case "PATCH" -> {
                String fragment = ask("patch", path.substring(path.lastIndexOf('/') + 1), body);
                answer(exchange, fragment.isEmpty() ? 204 : 200, fragment);
            }
            default -> {
                ask("leave", path.substring(path.lastIndexOf('/') + 1), "");
                answer(exchange, 200, "");
            }
        }
    }

    private String ask(String kind, String id, String sdp) throws InterruptedException {
        String task = "t" + count.incrementAndGet();
        var answer = new CompletableFuture<String>();
        answers.put(task, answer);
        tasks.add(Map.of("kind", kind, "id", id, "sdp", sdp, "task", task));
        return answer.orTimeout(10, TimeUnit.SECONDS).exceptionally(_ -> "").join();
    }

    private void peer(HttpExchange exchange, String path) throws IOException, InterruptedException {
        if (path.equals("/peer/next")) {
            Map<String, String> task = tasks.poll(2, TimeUnit.SECONDS);
            answer(
                    exchange,
                    task == null ? 204 : 200,
                    task == null ? "" : JsonMapper.shared().writeValueAsString(task));
        } else if (path.startsWith("/peer/done/")) {
            String body = new String(exchange.getRequestBody().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            var asked = answers.remove(path.substring("/peer/done/".length()));
            if (asked != null) {
                asked.complete(body);
            }
            answer(exchange, 204, "");
        } else if (path.equals("/peer/movie")) {
            byte[] bytes = Files.readAllBytes(Objects.requireNonNull(movie));
            exchange.getResponseHeaders().set("Content-Type", "video/mp4");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        } else {
            String name = path.substring("/peer/".length());
            file(exchange, "/liveroom/app/viewer/" + (name.isEmpty() ? "peer.html" : name));
        }
    }

    private void page(HttpExchange exchange, String path) throws IOException {
        Optional<StaticFiles.StaticFile> file = files.file(path);
        if (file.isEmpty()) {
            answer(exchange, 404, "No such file.");
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", file.get().type());
        exchange.getResponseHeaders()
                .set("Content-Security-Policy", file.get().policy().toString());
        exchange.sendResponseHeaders(200, file.get().bytes().length);
        exchange.getResponseBody().write(file.get().bytes());
    }

    private static void file(HttpExchange exchange, String resource) throws IOException {
        try (InputStream in = FakeStudio.class.getResourceAsStream(resource)) {
            if (in == null) {
                answer(exchange, 404, "No such file.");
                return;
            }
            String ending = resource.substring(resource.lastIndexOf('.') + 1);
            exchange.getResponseHeaders().set("Content-Type", TYPES.getOrDefault(ending, "application/octet-stream"));
            byte[] bytes = in.readAllBytes();
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        mend();
        answers.values().forEach(answer -> answer.complete(""));
        server.stop(0);
        threads.shutdownNow();
    }
}
