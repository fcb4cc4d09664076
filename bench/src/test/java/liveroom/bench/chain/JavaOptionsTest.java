package liveroom.bench.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is measured is a studio as hosts start it.
class JavaOptionsTest {
    /// Of the virtual machine, but for what it says of itself and what it has learnt.
    private static final Pattern OPTION = Pattern.compile("(?<=\\s)-X(?!log|X:AOT)\\S+");

    @ParameterizedTest
    @ValueSource(strings = {"scripts/common.sh", "studio.cmd"})
    void launcher_andBenchmarks_startTheStudioWithTheSameOptions(String launcher) throws IOException {
        String text = Files.readString(Path.of("..").resolve(launcher));
        List<String> options =
                OPTION.matcher(text).results().map(MatchResult::group).toList();

        assertThat(options)
                .containsExactlyInAnyOrderElementsOf(LiveStudio.JAVA_OPTIONS.stream()
                        .filter(option -> option.startsWith("-X"))
                        .toList());
        assertThat(text)
                .contains(LiveStudio.JAVA_OPTIONS.stream()
                        .filter(option -> option.startsWith("--"))
                        .toList());
    }
}
