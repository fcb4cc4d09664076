package liveroom.app.studio;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import liveroom.app.page.PageFiles;
import liveroom.app.settings.Settings;
import liveroom.app.settings.StudioHome;
import liveroom.app.studio.StudioSnapshot.Muting;
import liveroom.app.text.Messages;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.media.AudioFrame;
import liveroom.capture.media.FanOut;
import liveroom.capture.media.FrameSink;
import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.media.VideoFrame;
import liveroom.capture.program.ProgramAudio;
import liveroom.capture.program.ProgramVideo;
import liveroom.capture.show.ShowDesk;
import liveroom.capture.source.Devices;
import liveroom.capture.source.FfmpegLibraries;
import liveroom.capture.source.SourceDeck;
import liveroom.capture.source.SourceSpec;
import liveroom.encoder.ProgramEncoder;
import liveroom.transport.Room;
import liveroom.transport.TransportException;
import liveroom.transport.chat.ChatMessage;
import liveroom.transport.tls.ServerCertificate;

/// The path of the show, from the devices to the viewers:
///
/// ```
/// sources ─┬─► programVideo ─► pictures ─┬─► previews
///          │   (compositor)              ├─► encoder ─┬─► recording
///          │                             │            └─► room ─► shared lane ─► all viewers on it
///          │                             └─► room ─► track lane ─► each viewer on it
///          └─► programAudio ─► sound ────┬─► encoder, as above
///              (mixer)                   └─► room ─► track lane, as above
/// ```
///
/// What a front door asks for and what takes time is done on the thread `studio`, one thing after another.
public final class StudioPipeline implements Studio {
    private final Messages messages = Messages.of("studio");
    private final StudioClock clock = StudioClock.SYSTEM;
    private final SourceWords words = new SourceWords(messages);
    private final CopyOnWriteArrayList<Consumer<Studio>> listeners = new CopyOnWriteArrayList<>();
    private final NoticeBoard notices = new NoticeBoard(Clock.systemUTC(), this::changed);
    private final Consumer<UnaryOperator<Settings>> keep;
    private final Errands errands = new Errands();

    private final FanOut<VideoFrame> pictures = new FanOut<>();
    private final FanOut<AudioFrame> sound = new FanOut<>();
    private final Dressing dressing;
    private final ProgramVideo programVideo;
    private final ProgramAudio programAudio;
    private final SourceDeck sources;
    private final MainSources mainSources;
    private final ProgramEncoder encoder;
    private final Recorder recorder;
    private final Room room;

    private final Sharing sharing;
    private final SecureDoor secureDoor;
    private final Watch watch;
    private final SnapshotMaker snapshots;
    private final Settings settings;
    private volatile ShowState show = new ShowState.OffAir();
    private volatile boolean closed;

    private StudioPipeline(Settings settings, DressOptions dress, Consumer<UnaryOperator<Settings>> keep)
            throws StudioException {
        FfmpegLibraries.load();
        this.settings = settings;
        this.keep = keep;
        Settings.Picture picture = settings.picture();
        VideoFormat format = new VideoFormat(picture.width(), picture.height());

        dressing = new Dressing(dress, new Dressing.Screen(format, picture.fps(), clock), pictures, notices, messages);
        encoder = new ProgramEncoder(format, picture.fps(), picture.bitrateKbps(), clock);
        room = openRoom(format);
        programVideo = new ProgramVideo(format, picture.fps(), clock, dressing.compositor(), pictures);
        programAudio = new ProgramAudio(clock, programVideo::ageNanos, sound);
        sources = new SourceDeck(format, picture.fps(), clock, programVideo.input(), programAudio.input(), words);
        mainSources = new MainSources(sources, programVideo, dressing, errands, keep);
        pictures.add(encoder.video());
        pictures.add(room.videoSink());
        sound.add(encoder.audio());
        sound.add(room.audioSink());

        sharing = new Sharing(room, settings, keep, notices, messages);
        secureDoor = new SecureDoor(room, settings.https(), notices, messages);
        recorder = new Recorder(encoder, format, Clock.systemUTC(), notices, messages);
        snapshots = new SnapshotMaker(format, picture.fps(), sources, programVideo, programAudio, encoder, room, clock);
        watch = new Watch(sources, encoder, recorder, snapshots, words, notices, messages);
    }

    /// Only the dressing and the encoder have been started yet.
    private Room openRoom(VideoFormat format) throws StudioException {
        try {
            return RoomPlan.room(settings, format, clock, encoder);
        } catch (TransportException e) {
            encoder.close();
            dressing.close();
            throw new StudioException(StudioException.Code.ROOM, String.valueOf(e.getMessage()), e);
        }
    }

    /// Opens the studio with settings that were read without a complaint.
    public static StudioPipeline open(Settings settings, Consumer<UnaryOperator<Settings>> keep)
            throws StudioException {
        return open(settings, DressOptions.unsaved(StudioHome.temporary()), List.of(), keep);
    }

    /// Opens the studio: the program runs, the room listens, nobody is let in yet.
    ///
    /// @param dress the show: its file, its first scene, its brand
    /// @param complaints what of the settings could not be used, one sentence each: becomes a notice
    /// @param keep takes changes that outlive the studio: sources, gain, keys, the public address
    /// @throws StudioException with a sentence for the host; nothing is left open
    public static StudioPipeline open(
            Settings settings, DressOptions dress, List<String> complaints, Consumer<UnaryOperator<Settings>> keep)
            throws StudioException {
        StudioPipeline studio = new StudioPipeline(settings, dress, keep);
        try {
            studio.start();
            studio.notices.postComplaints(complaints, studio.messages);
            return studio;
        } catch (TransportException e) {
            studio.close();
            throw new StudioException(StudioException.Code.ROOM, String.valueOf(e.getMessage()), e);
        } catch (RuntimeException e) {
            studio.close();
            throw e;
        }
    }

    private void start() throws TransportException {
        programAudio.strip().setGainDb(settings.inputs().gainDb());
        programVideo.start();
        programAudio.start();
        errands.later(this::selectFirstSources);
        room.chat().onChange(this::changed);
        room.seatProducers(
                dressing.producers(), PageFiles.ofProducers(), settings.room().producerKey());
        room.showPoster(dressing::poster);
        room.tellFigures(() -> FiguresJson.line(snapshot()), settings.room().hostKey());
        room.open();
        errands.later(this::openSecureDoor);
        errands.later(room::rehearse);
        watch.start();
    }

    private void openSecureDoor() {
        secureDoor.open();
        changed();
    }

    /// Looks for devices, which may take a moment.
    private void selectFirstSources() {
        DefaultSources first = DefaultSources.of(settings.inputs(), Devices::list);
        mainSources.select(first.video(), first.audio());
        first.notice()
                .ifPresent(key -> notices.post(Notice.Severity.INFO, Notice.Subject.VIDEO_SOURCE, messages.text(key)));
    }

    @Override
    public String title() {
        return settings.room().title();
    }

    @Override
    public StudioSnapshot snapshot() {
        return snapshots.take(show, recorder.state());
    }

    @Override
    public void selectVideo(SourceSpec source) {
        mainSources.chooseVideo(source);
    }

    @Override
    public void selectAudio(SourceSpec source) {
        mainSources.chooseAudio(source);
    }

    @Override
    public void setGainDb(double gainDb) {
        programAudio.strip().setGainDb(gainDb);
        double gain = programAudio.strip().gainDb();
        keep.accept(kept -> kept.withInputs(kept.inputs().withGainDb(gain)));
    }

    @Override
    public void setMuting(Muting muting) {
        switch (muting) {
            case OPEN -> programAudio.strip().unmute();
            case MUTED -> programAudio.strip().mute();
        }
    }

    @Override
    public synchronized void goLive() {
        if (!closed && show instanceof ShowState.OffAir) {
            room.goLive();
            show = new ShowState.OnAir(Instant.now());
            changed();
        }
    }

    @Override
    public synchronized void endShow() {
        if (show instanceof ShowState.OnAir) {
            show = new ShowState.OffAir();
            room.endShow();
            changed();
        }
    }

    @Override
    public void startRecording(Path file) {
        errands.later(() -> recorder.start(file));
    }

    @Override
    public void stopRecording() {
        errands.later(recorder::stop);
    }

    @Override
    public List<ShareLink> links() {
        return sharing.links();
    }

    @Override
    public Optional<ServerCertificate> certificate() {
        return secureDoor.certificate();
    }

    @Override
    public void share(Reach newReach) {
        errands.later(() -> {
            sharing.share(newReach);
            changed();
        });
    }

    @Override
    public Reach reach() {
        return sharing.reach();
    }

    @Override
    public String publicAddress() {
        return sharing.publicAddress();
    }

    @Override
    public void usePublicAddress(String address) {
        sharing.usePublicAddress(address);
    }

    @Override
    public void renewLink() {
        sharing.renewKey();
    }

    @Override
    public List<ChatMessage> chat() {
        return room.chat().messages();
    }

    @Override
    public void say(String text) {
        room.chat().say(text);
    }

    @Override
    public void deleteMessage(long messageId) {
        room.chat().delete(messageId);
    }

    @Override
    public void muteViewer(String viewerId) {
        room.chat().mute(viewerId);
    }

    @Override
    public void unmuteViewer(String viewerId) {
        room.chat().unmute(viewerId);
    }

    @Override
    public void removeViewer(String viewerId) {
        room.viewers().stream()
                .filter(viewer -> viewer.id().equals(viewerId))
                .findFirst()
                .map(viewer -> viewer.name().isBlank() ? messages.text("room.unnamed", viewerId) : viewer.name())
                .ifPresent(name ->
                        notices.post(Notice.Severity.INFO, Notice.Subject.ROOM, messages.text("room.removed", name)));
        room.chat().remove(viewerId);
    }

    @Override
    public List<Notice> notices() {
        return notices.notices();
    }

    @Override
    public void onChange(Consumer<Studio> listener) {
        listeners.add(listener);
    }

    private void changed() {
        listeners.forEach(listener -> listener.accept(this));
    }

    @Override
    public void addPreview(FrameSink<VideoFrame> sink) {
        pictures.add(sink);
    }

    @Override
    public void removePreview(FrameSink<VideoFrame> sink) {
        pictures.remove(sink);
    }

    @Override
    public ShowDesk desk() {
        return dressing.desk();
    }

    @Override
    public void addScenePreview(FrameSink<VideoFrame> sink) {
        dressing.addPreview(sink);
    }

    @Override
    public void removeScenePreview(FrameSink<VideoFrame> sink) {
        dressing.removePreview(sink);
    }

    @Override
    public ScenePictures scenePictures() {
        return dressing.scenePictures();
    }

    @Override
    public BrandKit kit() {
        return dressing.kit();
    }

    @Override
    public BrandKits kits() {
        return dressing.kits();
    }

    @Override
    public String producerLink() {
        return sharing.producerLink();
    }

    @Override
    public void renewProducerKey() {
        sharing.renewProducerKey();
    }

    /// In the order of the path: first those who would miss something, last those who make it; all of them, whatever
    /// becomes of one.
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            endShow();
            closed = true;
        }
        try (dressing;
                programAudio;
                programVideo;
                sources;
                encoder;
                room;
                recorder;
                watch) {
            errands.close();
        }
    }
}
