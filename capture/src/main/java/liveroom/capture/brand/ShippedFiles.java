package liveroom.capture.brand;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Files that ship with the studio, as files: fonts and kits are opened by libraries that do not
/// read from within a jar.
public final class ShippedFiles {
    /// Another studio may be copying, too.
    private static final String UNFINISHED = ".shipped";

    private ShippedFiles() {}

    /// The folder `resource` of the class path, on disk: where it is, or copied out of its jar.
    /// What has been copied once is not written again, unless it has changed; what no longer
    /// ships is removed.
    ///
    /// @param near a class of the module that asks
    /// @param resource such as `/liveroom/assets/kits`
    /// @param cache where copies are kept, and nothing else is
    /// @throws IOException if there is no such resource, or the cache cannot be written
    public static Path folder(Class<?> near, String resource, Path cache) throws IOException {
        URL url = near.getResource(resource);
        if (url == null) {
            throw new IOException("The studio has been installed without " + resource + ".");
        }
        return folder(url, resource, cache);
    }

    static Path folder(URL url, String resource, Path cache) throws IOException {
        try {
            if (url.openConnection() instanceof JarURLConnection jar) {
                Path archive = Path.of(jar.getJarFileURL().toURI());
                try (FileSystem inside = FileSystems.newFileSystem(archive)) {
                    return copy(inside.getPath(resource), cache);
                }
            }
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static Path copy(Path from, Path to) throws IOException {
        Set<Path> copies = new HashSet<>();
        for (Path file : files(from)) {
            Path copy = to.resolve(from.relativize(file).toString());
            copies.add(copy);
            if (!Files.isRegularFile(copy) || Files.mismatch(file, copy) >= 0) {
                Path folder = copy.resolveSibling(".");
                Files.createDirectories(folder);
                Path written = Files.createTempFile(folder, UNFINISHED, null);
                Files.copy(file, written, StandardCopyOption.REPLACE_EXISTING);
                Files.move(written, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        for (Path old : files(to)) {
            boolean isUnfinished = old.getFileName().toString().startsWith(UNFINISHED);
            if (!copies.contains(old) && !isUnfinished) {
                Files.deleteIfExists(old);
            }
        }
        return to;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
