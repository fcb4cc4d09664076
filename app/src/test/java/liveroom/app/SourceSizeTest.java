package liveroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SourceSizeTest {
    private static final int MAX_LINES = 400;

    @Test
    void everySource_fitsInItsLimit() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String module : List.of("capture", "encoder", "transport", "app", "bench")) {
            sources.addAll(SourceFiles.under(module, ".java"));
        }
        for (String ending : List.of(".js", ".css", ".html")) {
            sources.addAll(SourceFiles.under("assets", ending));
        }
        sources.addAll(SourceFiles.under("scripts", ".sh"));
        List<String> tooLong = new ArrayList<>();
        for (Path source : sources) {
            int lines = Files.readAllLines(source).size();
            if (lines > MAX_LINES) {
                tooLong.add(SourceFiles.relative(source) + ": " + lines);
            }
        }

        assertThat(sources).hasSizeGreaterThan(50);
        assertThat(tooLong).isEmpty();
    }
}
