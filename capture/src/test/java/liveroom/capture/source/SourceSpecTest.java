package liveroom.capture.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SourceSpecTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "camera",
                "camera:/dev/video2",
                "camera:Logitech: BRIO (046d:085e)",
                "mic",
                "mic:alsa_input.usb-Blue.analog-stereo",
                "screen",
                "screen::0.0+10,20",
                "file:talk.mp4",
                "file:/a b/c:d.mkv",
                "test",
                "none"
            })
    void text_ofWhatWasParsed_isTheSame(String text) {
        assertThat(SourceSpec.parse(text).text()).isEqualTo(text);
    }

    @Test
    void parse_namesAndPaths_keepsAllAfterTheFirstColon() {
        assertThat(SourceSpec.parse("camera:A:B")).isEqualTo(new SourceSpec.Camera("A:B"));
        assertThat(SourceSpec.parse("screen::99")).isEqualTo(new SourceSpec.Screen(":99"));
        assertThat(SourceSpec.parse("file:a/b.mp4")).isEqualTo(new SourceSpec.MediaFile(Path.of("a/b.mp4")));
        assertThat(SourceSpec.parse("mic:")).isEqualTo(new SourceSpec.Microphone(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "webcam", "Camera", "http://example.org/a", "test:1", "none:x"})
    void parse_whatIsNotASource_saysWhatIs(String text) {
        assertThatThrownBy(() -> SourceSpec.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not a source");
    }

    @Test
    void parse_fileWithoutPath_saysSo() {
        assertThatThrownBy(() -> SourceSpec.parse("file:"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("needs a path");
    }

    @Test
    void parse_impossiblePath_saysSo() {
        assertThatThrownBy(() -> SourceSpec.parse("file:a\0b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a path");
    }
}
