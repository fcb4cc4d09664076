package liveroom.app.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import liveroom.transport.StaticFiles;

/// The files of one page as they lie in the assets, read once each; what a browser loads first, and what it would load
/// in many pieces, is made ready for it. Free-threaded.
public final class PageFiles implements StaticFiles {
    private static final String ASSETS = "/liveroom/assets/";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "ico", "image/x-icon",
            "woff2", "font/woff2",
            "webmanifest", "application/manifest+json");

    private final String folder;
    /// Modules that are served with all that they import.
    private final Set<String> linked;
    private final Map<String, StaticFile> read = new ConcurrentHashMap<>();

    private PageFiles(String folder, Set<String> linked) {
        this.folder = folder;
        this.linked = linked;
    }

    /// The page of those who watch.
    public static PageFiles ofViewers() {
        return new PageFiles("viewer/", Set.of("main.js", "shared/worker.js"));
    }

    /// The page of those who produce; it uses files of the viewers' page, too.
    public static PageFiles ofProducers() {
        return new PageFiles("producer/", Set.of());
    }

    @Override
    public Optional<StaticFile> file(String path) {
        String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        if (type == null) {
            return Optional.empty();
        }
        StaticFile known = read.get(path);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<StaticFile> file = bytes(path).map(bytes -> made(path, bytes, type));
        file.ifPresent(made -> read.put(path, made));
        return file;
    }

    private StaticFile made(String path, byte[] bytes, String type) {
        if (path.endsWith(".html")) {
            var page = InlinedPage.of(new String(bytes, UTF_8), "/" + folder, this::text);
            return StaticFile.of(page.html().getBytes(UTF_8), type, page.policy());
        }
        if (linked.contains(path)) {
            return StaticFile.of(
                    ScriptLinker.toModule("/" + folder, path, this::text).getBytes(UTF_8), type);
        }
        return StaticFile.of(bytes, type);
    }

    private String text(String path) {
        return new String(bytes(path).orElseThrow(() -> new IllegalStateException("no file " + folder + path)), UTF_8);
    }

    private Optional<byte[]> bytes(String path) {
        try (InputStream in = PageFiles.class.getResourceAsStream(ASSETS + folder + path)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
