package liveroom.app.studio;

import java.nio.file.Path;
import java.time.Instant;

/// What the recording is doing.
public sealed interface RecordingState {
    record Off() implements RecordingState {}

    record Running(Path file, Instant since, long bytes) implements RecordingState {}

    /// It stopped by itself; what was written up to then plays.
    ///
    /// @param cause one sentence for the host, with the remedy
    record Failed(Path file, String cause) implements RecordingState {}
}
