package liveroom.app.studio;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import liveroom.transport.StaticFiles;

/// The viewer page as it lies in the assets, read once each.
final class ViewerFiles implements StaticFiles {
    private static final String FOLDER = "/liveroom/assets/viewer/";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "ico", "image/x-icon",
            "woff2", "font/woff2",
            "webmanifest", "application/manifest+json");

    private final Map<String, StaticFile> read = new ConcurrentHashMap<>();

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
        try (InputStream in = ViewerFiles.class.getResourceAsStream(FOLDER + path)) {
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
