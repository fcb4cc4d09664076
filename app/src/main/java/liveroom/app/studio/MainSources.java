package liveroom.app.studio;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import liveroom.app.settings.Settings;
import liveroom.capture.program.Priority;
import liveroom.capture.program.ProgramVideo;
import liveroom.capture.source.SourceDeck;
import liveroom.capture.source.SourceSpec;

/// The program's main picture and main sound, as the host chooses them. Free-threaded, but for [#select].
final class MainSources {
    private final SourceDeck sources;
    private final ProgramVideo programVideo;
    private final Dressing dressing;
    private final Errands errands;
    private final Consumer<UnaryOperator<Settings>> keep;

    /// @param errands opens them: that takes its time
    /// @param keep takes each choice, which outlives the studio
    MainSources(
            SourceDeck sources,
            ProgramVideo programVideo,
            Dressing dressing,
            Errands errands,
            Consumer<UnaryOperator<Settings>> keep) {
        this.sources = sources;
        this.programVideo = programVideo;
        this.dressing = dressing;
        this.errands = errands;
        this.keep = keep;
    }

    void chooseVideo(SourceSpec source) {
        keep.accept(kept -> kept.withInputs(kept.inputs().withVideo(source.text())));
        errands.later(() -> select(source, sources.audioSpec()));
    }

    void chooseAudio(SourceSpec source) {
        keep.accept(kept -> kept.withInputs(kept.inputs().withAudio(source.text())));
        errands.later(() -> select(sources.videoSpec(), source));
    }

    /// On the thread `studio`.
    void select(SourceSpec video, SourceSpec audio) {
        dressing.mainIs(video);
        programVideo.prefer(Priority.of(video));
        sources.select(video, audio);
    }
}
