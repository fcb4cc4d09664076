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
import java.util.List;

/// Files that ship with the studio, as files: fonts and kits are opened by libraries that do not
/// read from within a jar.
public final class ShippedFiles {
    private ShippedFiles() {}

    /// The folder `resource` of the class path, on disk: where it is, or copied out of its jar.
    /// What has been copied once is not written again, unless it has changed.
    ///
    /// @param resource such as `liveroom/assets/kits`
    /// @param cache where copies are kept
    /// @throws IOException if there is no such resource, or the cache cannot be written
    public static Path folder(ClassLoader loader, String resource, Path cache) throws IOException {
        URL url = loader.getResource(resource);
        if (url == null) {
            throw new IOException("The studio has been installed without " + resource + ".");
        }
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
        List<Path> files;
        try (var all = Files.walk(from)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path copy = to.resolve(from.relativize(file).toString());
            if (!Files.isRegularFile(copy) || Files.mismatch(file, copy) >= 0) {
                Path folder = copy.resolveSibling(".");
                Files.createDirectories(folder);
                Path written = Files.createTempFile(folder, ".shipped", null);
                Files.copy(file, written, StandardCopyOption.REPLACE_EXISTING);
                Files.move(written, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return to;
    }
}
