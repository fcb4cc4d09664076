package liveroom.app.window.show;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import liveroom.app.studio.RecordingState;
import liveroom.app.studio.Studio;
import liveroom.app.studio.StudioSnapshot;
import liveroom.app.window.kit.Figures;
import liveroom.app.window.kit.Words;

/// The recording: on or off, its length, size and file.
///
/// Confined to the JavaFX thread.
public final class RecordingModel {
    private static final DateTimeFormatter FILE_NAME =
            DateTimeFormatter.ofPattern("'Liveroom' yyyy-MM-dd HH.mm.ss'.mkv'", Locale.ROOT);

    private final Studio studio;
    private final InstantSource wallClock;
    private final Supplier<Path> folder;
    private final ReadOnlyObjectWrapper<RecordingState> state = new ReadOnlyObjectWrapper<>(new RecordingState.Off());
    private final ReadOnlyStringWrapper figures = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper details = new ReadOnlyStringWrapper("");

    public RecordingModel(Studio studio, InstantSource wallClock, Supplier<Path> folder) {
        this.studio = studio;
        this.wallClock = wallClock;
        this.folder = folder;
    }

    public void read(StudioSnapshot snapshot) {
        state.set(snapshot.recording());
        switch (snapshot.recording()) {
            case RecordingState.Off _ -> {
                figures.set("");
                details.set("");
            }
            case RecordingState.Running running -> {
                String time = Figures.running(Duration.between(running.since(), wallClock.instant()));
                figures.set(time);
                details.set(Words.of("recording.details", time, Figures.bytes(running.bytes()), name(running.file())));
            }
            case RecordingState.Failed failed -> {
                figures.set("");
                details.set(failed.cause());
            }
        }
    }

    /// Begins or ends.
    public void press() {
        if (state.get() instanceof RecordingState.Running) {
            studio.stopRecording();
        } else {
            LocalDateTime now = LocalDateTime.ofInstant(wallClock.instant(), ZoneId.systemDefault());
            studio.startRecording(folder.get().resolve(FILE_NAME.format(now)));
        }
    }

    public ReadOnlyObjectProperty<RecordingState> state() {
        return state.getReadOnlyProperty();
    }

    /// Running time; empty while nothing is recorded.
    public ReadOnlyStringProperty figures() {
        return figures.getReadOnlyProperty();
    }

    /// Running time, size and file, or why it stopped.
    public ReadOnlyStringProperty details() {
        return details.getReadOnlyProperty();
    }

    private static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }
}
