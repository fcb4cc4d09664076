package liveroom.app.window;

import java.util.List;
import liveroom.app.studio.RecordingState;
import liveroom.app.studio.ShowState;
import liveroom.app.studio.StudioSnapshot;
import liveroom.app.studio.StudioSnapshot.Input;
import liveroom.app.studio.StudioSnapshot.Sound;
import liveroom.transport.Vacancy;
import liveroom.transport.ViewerSnapshot;

/// Snapshots with one part changed.
public final class Snapshots {
    private Snapshots() {}

    public static StudioSnapshot withShow(StudioSnapshot now, ShowState show) {
        return new StudioSnapshot(
                show,
                now.video(),
                now.audio(),
                now.sound(),
                now.program(),
                now.encode(),
                now.encoder(),
                now.recording(),
                now.viewers(),
                now.audience(),
                now.vacancy(),
                now.process());
    }

    public static StudioSnapshot withVideo(StudioSnapshot now, Input video) {
        return new StudioSnapshot(
                now.show(),
                video,
                now.audio(),
                now.sound(),
                now.program(),
                now.encode(),
                now.encoder(),
                now.recording(),
                now.viewers(),
                now.audience(),
                now.vacancy(),
                now.process());
    }

    public static StudioSnapshot withAudio(StudioSnapshot now, Input audio) {
        return new StudioSnapshot(
                now.show(),
                now.video(),
                audio,
                now.sound(),
                now.program(),
                now.encode(),
                now.encoder(),
                now.recording(),
                now.viewers(),
                now.audience(),
                now.vacancy(),
                now.process());
    }

    public static StudioSnapshot withSound(StudioSnapshot now, Sound sound) {
        return new StudioSnapshot(
                now.show(),
                now.video(),
                now.audio(),
                sound,
                now.program(),
                now.encode(),
                now.encoder(),
                now.recording(),
                now.viewers(),
                now.audience(),
                now.vacancy(),
                now.process());
    }

    public static StudioSnapshot withRecording(StudioSnapshot now, RecordingState recording) {
        return new StudioSnapshot(
                now.show(),
                now.video(),
                now.audio(),
                now.sound(),
                now.program(),
                now.encode(),
                now.encoder(),
                recording,
                now.viewers(),
                now.audience(),
                now.vacancy(),
                now.process());
    }

    public static StudioSnapshot withFigures(
            StudioSnapshot now,
            StudioSnapshot.ProgramFigures program,
            StudioSnapshot.EncodeFigures encode,
            String encoder) {
        return new StudioSnapshot(
                now.show(),
                now.video(),
                now.audio(),
                now.sound(),
                program,
                encode,
                encoder,
                now.recording(),
                now.viewers(),
                now.audience(),
                now.vacancy(),
                now.process());
    }

    public static StudioSnapshot withVacancy(StudioSnapshot now, Vacancy vacancy) {
        return new StudioSnapshot(
                now.show(),
                now.video(),
                now.audio(),
                now.sound(),
                now.program(),
                now.encode(),
                now.encoder(),
                now.recording(),
                now.viewers(),
                now.audience(),
                vacancy,
                now.process());
    }

    public static StudioSnapshot withViewers(StudioSnapshot now, List<ViewerSnapshot> viewers) {
        return new StudioSnapshot(
                now.show(),
                now.video(),
                now.audio(),
                now.sound(),
                now.program(),
                now.encode(),
                now.encoder(),
                now.recording(),
                viewers,
                viewers.size(),
                now.vacancy(),
                now.process());
    }
}
