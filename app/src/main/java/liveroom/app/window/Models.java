package liveroom.app.window;

import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import liveroom.app.studio.Studio;
import liveroom.app.window.audience.AudienceModel;
import liveroom.app.window.chat.ChatModel;
import liveroom.app.window.figures.FiguresModel;
import liveroom.app.window.figures.HistoryModel;
import liveroom.app.window.kit.Threads;
import liveroom.app.window.notice.NoticesModel;
import liveroom.app.window.share.LinkModel;
import liveroom.app.window.show.RecordingModel;
import liveroom.app.window.show.ShowModel;
import liveroom.app.window.sound.SoundModel;
import liveroom.app.window.source.SourceModel;
import liveroom.app.window.sync.SyncModel;

/// The view models, one each.
record Models(
        ShowModel show,
        RecordingModel recording,
        SourceModel video,
        SourceModel audio,
        SoundModel sound,
        SyncModel sync,
        AudienceModel audience,
        ChatModel chat,
        FiguresModel figures,
        HistoryModel history,
        LinkModel links,
        NoticesModel notices,
        SceneModels scenes) {

    /// Makes them.
    ///
    /// @param said shows a sentence for a moment
    static Models of(WindowParts parts, Consumer<String> said) {
        Studio studio = parts.studio();
        InstantSource wallClock = InstantSource.system();
        LongSupplier clock = System::nanoTime;
        Threads threads = Threads.ofWindow();
        ShowModel show = new ShowModel(studio, wallClock);
        SceneModels scenes = SceneModels.of(parts, show.onAir(), threads, said);
        return new Models(
                show,
                new RecordingModel(
                        studio, wallClock, () -> parts.settings().current().recordings()),
                new SourceModel(SourceModel.Kind.PICTURE, parts.devices(), studio::selectVideo, threads, clock),
                new SourceModel(SourceModel.Kind.SOUND, parts.devices(), studio::selectAudio, threads, clock),
                new SoundModel(studio, clock),
                new SyncModel(),
                new AudienceModel(studio),
                new ChatModel(studio, scenes::putOnScreen),
                new FiguresModel(),
                new HistoryModel(),
                new LinkModel(studio, threads),
                new NoticesModel(),
                scenes);
    }
}
