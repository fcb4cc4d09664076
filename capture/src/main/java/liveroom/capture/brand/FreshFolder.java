package liveroom.capture.brand;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/// A folder that is filled out of sight and then appears whole under its name, or not at all.
final class FreshFolder implements AutoCloseable {
    private final Path path;
    private final Path place;

    private FreshFolder(Path path, Path place) {
        this.path = path;
        this.place = place;
    }

    /// @param place where it is to appear, in the same folder as it is filled
    static FreshFolder beside(Path place) throws IOException {
        Path absolute = place.toAbsolutePath();
        Path parent = absolute.getParent();
        if (parent == null) {
            throw new IOException(place + " is no place for a folder");
        }
        Files.createDirectories(parent);
        return new FreshFolder(Files.createTempDirectory(parent, ".kit"), absolute);
    }

    /// Where to fill it. Hidden, so that nobody takes it for a kit.
    Path path() {
        return path;
    }

    /// Fails if something is there already.
    void takePlace() throws IOException {
        Files.move(path, place);
    }

    /// Takes the place of the folder that is there, if one is; that one is gone then.
    void takePlaceOf() throws IOException {
        if (!Files.exists(place)) {
            takePlace();
            return;
        }
        Path aside = Files.createTempDirectory(path.getParent(), ".kit");
        Path old = aside.resolve("old");
        try {
            Files.move(place, old);
            try {
                takePlace();
            } catch (IOException e) {
                Files.move(old, place);
                throw e;
            }
        } finally {
            delete(aside);
        }
    }

    /// Removes what has not taken its place.
    @Override
    public void close() throws IOException {
        if (Files.exists(path)) {
            delete(path);
        }
    }

    static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
