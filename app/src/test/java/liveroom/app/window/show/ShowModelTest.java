package liveroom.app.window.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import liveroom.app.studio.RecordingState;
import liveroom.app.studio.ShowState;
import liveroom.app.window.FakeStudio;
import liveroom.app.window.Snapshots;
import liveroom.app.window.Viewers;
import org.junit.jupiter.api.Test;

class ShowModelTest {
    private static final Instant NOW = Instant.parse("2026-01-02T10:00:00Z");

    private final FakeStudio studio = new FakeStudio();
    private final ShowModel model = new ShowModel(studio, InstantSource.fixed(NOW));
    private final RecordingModel recording =
            new RecordingModel(studio, InstantSource.fixed(NOW), () -> Path.of("/recordings"));

    @Test
    void press_offAir_goesLiveAtOnce() {
        assertThat(model.press()).isEqualTo(ShowModel.Answer.DONE);
        assertThat(studio.asked()).containsExactly("live");
    }

    @Test
    void press_onAirAndNobodyWatches_endsAtOnce() {
        model.read(Snapshots.withShow(FakeStudio.quiet(), new ShowState.OnAir(NOW)));
        assertThat(model.press()).isEqualTo(ShowModel.Answer.DONE);
        assertThat(studio.asked()).containsExactly("end");
    }

    @Test
    void press_onAirAndSomebodyWatches_asksFirst() {
        model.read(Snapshots.withViewers(
                Snapshots.withShow(FakeStudio.quiet(), new ShowState.OnAir(NOW)),
                List.of(Viewers.watching("a", 0, 80))));
        assertThat(model.press()).isEqualTo(ShowModel.Answer.ASK_FIRST);
        assertThat(studio.asked()).isEmpty();
        model.end();
        assertThat(studio.asked()).containsExactly("end");
    }

    @Test
    void read_onAir_tellsTheRunningTime() {
        model.read(Snapshots.withShow(FakeStudio.quiet(), new ShowState.OnAir(NOW.minusSeconds(3_723))));
        assertThat(model.runningTime().get()).isEqualTo("1:02:03");
        model.read(FakeStudio.quiet());
        assertThat(model.runningTime().get()).isEmpty();
    }

    @Test
    void press_notRecording_recordsToADatedFileInTheFolder() {
        recording.press();
        assertThat(studio.asked())
                .singleElement()
                .asString()
                .startsWith("record Liveroom 2026-01-0")
                .endsWith(".mkv");
    }

    @Test
    void read_recording_tellsTimeSizeAndFile() {
        recording.read(Snapshots.withRecording(
                FakeStudio.quiet(),
                new RecordingState.Running(Path.of("/recordings/talk.mkv"), NOW.minusSeconds(65), 14_200_000)));
        assertThat(recording.figures().get()).isEqualTo("1:05");
        assertThat(recording.details().get()).contains("1:05", "14", "MB", "talk.mkv");
        recording.press();
        assertThat(studio.asked()).containsExactly("stop recording");
    }

    @Test
    void read_recordingFailed_tellsWhy() {
        recording.read(Snapshots.withRecording(
                FakeStudio.quiet(), new RecordingState.Failed(Path.of("/x.mkv"), "The disk is full.")));
        assertThat(recording.details().get()).isEqualTo("The disk is full.");
    }
}
