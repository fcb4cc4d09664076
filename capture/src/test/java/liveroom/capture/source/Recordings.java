package liveroom.capture.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

/// The real recording that stands in for a camera and a microphone.
final class Recordings {
    private static final Path HELLO = Path.of("/usr/share/forensics-samples/original-files/movie2/movie-hello.mp4");

    private Recordings() {}

    /// 1280x720, 30 pictures a second, 8.3 s, AAC stereo at 48 kHz.
    static Path hello() {
        assertThat(HELLO)
                .as("The recording used by the tests is missing. Install it: apt-get install forensics-samples-files")
                .isRegularFile();
        return HELLO;
    }
}
