package liveroom.capture.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

/// Films without sound, made by FFmpeg.
public final class TestFilms {
    private TestFilms() {}

    /// Makes one without loss.
    ///
    /// @param picture a chain of FFmpeg's filters that begins with a source
    public static Path make(Path file, String picture) {
        List<String> said = FfmpegProgram.run(
                "-hide_banner", "-loglevel", "error", "-f", "lavfi", "-i", picture, "-c:v", "ffv1", file.toString());
        assertThat(file).as(said.toString()).exists();
        return file;
    }
}
