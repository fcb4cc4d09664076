package liveroom.app.studio;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import liveroom.transport.StaticFiles;

/// The files of one page as they lie in the assets, read once each. Free-threaded.
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
    private final Map<String, StaticFile> read = new ConcurrentHashMap<>();

    private PageFiles(String folder) {
        this.folder = folder;
    }

    /// The page of those who watch.
    public static PageFiles ofViewers() {
        return new PageFiles("viewer/");
    }

    /// The page of those who produce; it uses files of the viewers' page, too.
    public static PageFiles ofProducers() {
        return new PageFiles("producer/");
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
        try (InputStream in = PageFiles.class.getResourceAsStream(ASSETS + folder + path)) {
            if (in == null) {
                return Optional.empty();
            }
            StaticFile file = new StaticFile(in.readAllBytes(), type);
            read.put(path, file);
            return Optional.of(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
