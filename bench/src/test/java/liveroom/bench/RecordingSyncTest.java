package liveroom.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import liveroom.bench.chain.LipSync;
import liveroom.bench.chain.LiveStudio;
import liveroom.bench.chain.RecordedFilm;
import liveroom.bench.chain.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lip sync of what the studio records, by the times in the file.
class RecordingSyncTest {
    private static final int SECONDS = 15;
    private static final double HALF_A_PICTURE_MILLIS = 1000.0 / 30 / 2;

    @TempDir
    Path directory;

    @Test
    void recording_ofAFile_isInSync() {
        try (Reference film = Reference.make(0)) {
            assertThat(RecordedFilm.lipSync(film.file()).medianMillis()).isCloseTo(0, within(2.0));
            judge("file:" + film.file(), "film.mkv");
        }
    }

    @Test
    void recording_ofTheTestSource_isInSync() {
        judge("test", "test.mp4");
    }

    private void judge(String source, String name) {
        Path file = directory.resolve(name);
        List<String> arguments = List.of("--video", source, "--audio", source, "--record", file.toString());
        try (LiveStudio studio = LiveStudio.start(Map.of(), arguments)) {
            studio.awaitFigures(SECONDS);
        }
        LipSync seen = RecordedFilm.lipSync(file);
        System.out.printf(
                "recording of %s: %d pairs, sound late by %.1f ms, farthest from it %.1f ms%n",
                source, seen.pairs().size(), seen.medianMillis(), seen.spreadMillis());
        assertThat(seen.pairs()).hasSizeGreaterThan(SECONDS / 2);
        assertThat(seen.medianMillis()).isCloseTo(0, within(HALF_A_PICTURE_MILLIS));
    }
}
