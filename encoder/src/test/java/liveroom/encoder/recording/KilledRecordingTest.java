package liveroom.encoder.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import liveroom.encoder.MediaReader;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KilledRecordingTest {
    private static final int KILL_AT_MILLIS = 4_300;
    private static final double ONE_FRAME = 1.0 / 30;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"killed.mkv", "killed.mp4"})
    void kill_inTheMiddle_leavesAFileThatPlaysInSyncUpToItsLastSecond(String name) throws Exception {
        Path file = directory.resolve(name);
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RecordingChild.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int written = 0;
        try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            while (line != null && written < KILL_AT_MILLIS) {
                written = Integer.parseInt(line);
                line = lines.readLine();
            }
        } finally {
            child.destroyForcibly().waitFor();
        }
        assertThat(written).isGreaterThanOrEqualTo(KILL_AT_MILLIS);

        MediaReader played = MediaReader.read(file);
        double writtenSeconds = written / 1000.0;
        assertThat(played.pictures().getLast().seconds()).isGreaterThan(writtenSeconds - 1.1);
        assertThat(played.sounds().getLast().seconds()).isGreaterThan(writtenSeconds - 1.1);
        List<Double> flashes = played.flashes();
        List<Double> beeps = played.beeps();
        assertThat(flashes).hasSizeGreaterThanOrEqualTo(3);
        assertThat(beeps).hasSizeGreaterThanOrEqualTo(3);
        for (int i = 0; i < 3; i++) {
            assertThat(beeps.get(i) - flashes.get(i)).isCloseTo(0, within(ONE_FRAME));
        }
    }
}
