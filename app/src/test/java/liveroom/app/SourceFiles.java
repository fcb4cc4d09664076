package liveroom.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The project's own sources, for tests that read them.
final class SourceFiles {
    private static final Path ROOT = root();

    private SourceFiles() {}

    /// Every file under a folder of the checkout, in order.
    static List<Path> under(String folder, String ending) throws IOException {
        Path start = ROOT.resolve(folder);
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(start)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> !ROOT.relativize(file).toString().contains("target"))
                    .sorted()
                    .toList();
        }
    }

    static Path relative(Path file) {
        return ROOT.relativize(file);
    }

    /// Tests run in the module's folder, or in the checkout's.
    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.isDirectory(here.resolve("capture"))
                ? here
                : here.resolve("..").normalize();
    }
}
