package liveroom.app.window;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import liveroom.app.studio.AudioLevels;
import liveroom.app.studio.BrandKits;
import liveroom.app.studio.Notice;
import liveroom.app.studio.RecordingState;
import liveroom.app.studio.ShowState;
import liveroom.app.studio.Studio;
import liveroom.app.studio.StudioSnapshot;
import liveroom.app.studio.StudioSnapshot.Input;
import liveroom.app.studio.StudioSnapshot.Muting;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.media.FanOut;
import liveroom.capture.media.FrameSink;
import liveroom.capture.media.StageStats;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.media.VideoFrame;
import liveroom.capture.show.ShowDesk;
import liveroom.capture.source.SourceSpec;
import liveroom.capture.source.SourceStatus;
import liveroom.encoder.EncoderStatus;
import liveroom.encoder.RungFigures;
import liveroom.transport.Vacancy;
import liveroom.transport.ViewerSnapshot;
import liveroom.transport.chat.ChatMessage;
import liveroom.transport.tls.ServerCertificate;
import org.jspecify.annotations.Nullable;

/// A studio without devices: does what it is asked at once, remembers what it was asked, and shows what a test sets.
public final class FakeStudio implements Studio {
    private static final List<RungFigures> RUNGS = List.of(new RungFigures(
            Viewers.TOP,
            new EncoderStatus.Running("libx264"),
            new StageStats(900, 900, 0, 5_000_000, 8_000_000),
            2480,
            0,
            OptionalDouble.of(30_000_000)));

    private final FanOut<VideoFrame> previews = new FanOut<>();
    private final FanOut<VideoFrame> scenePreviews = new FanOut<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final ShowDesk desk = FakeShow.desk();
    private final FakeScenePictures scenePictures = new FakeScenePictures();
    private final FakeKits kits = new FakeKits(asked::add);
    private final List<Consumer<Studio>> listeners = new CopyOnWriteArrayList<>();
    private final List<ChatMessage> chat = new CopyOnWriteArrayList<>();
    private final List<Notice> notices = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable RuntimeException> failing = new AtomicReference<>();
    private volatile StudioSnapshot snapshot = quiet();
    private volatile String title = "Ana’s Friday live room";
    private volatile Reach reach = Reach.THIS_COMPUTER;
    private volatile String publicAddress = "";
    private volatile String producerKey = "pr0ducerpr0ducerpr0duc";
    private volatile String key = "k3yk3yk3yk3yk3yk3yk3yA";

    /// A studio that has just been opened on a camera and a microphone.
    public static StudioSnapshot quiet() {
        return new StudioSnapshot(
                new ShowState.OffAir(),
                new Input(new SourceSpec.Test(), new SourceStatus.Running()),
                new Input(new SourceSpec.Test(), new SourceStatus.Running()),
                new StudioSnapshot.Sound(AudioLevels.SILENCE, 0, Muting.OPEN),
                new StudioSnapshot.ProgramFigures(
                        new VideoFormat(1280, 720), 30, 30, 0, 0, 0, 0, 3, OptionalDouble.of(1), 9, 2, 37),
                new StudioSnapshot.EncodeFigures(OptionalDouble.of(5), OptionalDouble.of(8), 0, 0, RUNGS),
                "",
                new RecordingState.Off(),
                List.of(),
                0,
                new Vacancy(20, Optional.empty()),
                new StudioSnapshot.ProcessFigures(1, 20, 300));
    }

    /// Changes what the studio shows.
    public synchronized void change(UnaryOperator<StudioSnapshot> change) {
        snapshot = change.apply(snapshot);
    }

    /// What the studio was asked to do, in order.
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /// Where a test's frames of the next scene go in.
    public FrameSink<VideoFrame> nextScene() {
        return scenePreviews;
    }

    /// Where a test's frames go in.
    public FrameSink<VideoFrame> program() {
        return previews;
    }

    public void levels(AudioLevels levels) {
        change(now -> Snapshots.withSound(
                now,
                new StudioSnapshot.Sound(
                        levels, now.sound().gainDb(), now.sound().muting())));
    }

    public void viewers(List<ViewerSnapshot> viewers) {
        change(now -> Snapshots.withViewers(now, viewers));
    }

    public void receive(ChatMessage message) {
        chat.add(message);
        changed();
    }

    public void notice(Notice notice) {
        notices.removeIf(known -> known.subject() == notice.subject());
        notices.add(notice);
        changed();
    }

    private void changed() {
        listeners.forEach(listener -> listener.accept(this));
    }

    /// Takes effect in a window that is opened afterwards.
    public void title(String newTitle) {
        title = newTitle;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public StudioSnapshot snapshot() {
        return snapshot;
    }

    @Override
    public void selectVideo(SourceSpec source) {
        asked.add("video " + source.text());
        change(now -> Snapshots.withVideo(now, new Input(source, new SourceStatus.Running())));
    }

    @Override
    public void selectAudio(SourceSpec source) {
        asked.add("audio " + source.text());
        change(now -> Snapshots.withAudio(now, new Input(source, new SourceStatus.Running())));
    }

    @Override
    public void setGainDb(double gainDb) {
        asked.add("gain " + Math.round(gainDb));
        change(now -> Snapshots.withSound(
                now,
                new StudioSnapshot.Sound(
                        now.sound().levels(), gainDb, now.sound().muting())));
    }

    @Override
    public void setMuting(Muting muting) {
        asked.add("muting " + muting);
        change(now -> Snapshots.withSound(
                now, new StudioSnapshot.Sound(now.sound().levels(), now.sound().gainDb(), muting)));
    }

    @Override
    public void goLive() {
        asked.add("live");
        change(now -> Snapshots.withShow(now, new ShowState.OnAir(Instant.now())));
    }

    @Override
    public void endShow() {
        asked.add("end");
        change(now -> Snapshots.withShow(now, new ShowState.OffAir()));
    }

    @Override
    public void startRecording(Path file) {
        asked.add("record " + file.getFileName());
        change(now -> Snapshots.withRecording(now, new RecordingState.Running(file, Instant.now(), 0)));
    }

    @Override
    public void stopRecording() {
        asked.add("stop recording");
        change(now -> Snapshots.withRecording(now, new RecordingState.Off()));
    }

    /// Makes the next question for links fail.
    public void failOnce(RuntimeException cause) {
        failing.set(cause);
    }

    @Override
    public List<ShareLink> links() {
        RuntimeException cause = failing.getAndSet(null);
        if (cause != null) {
            throw cause;
        }
        List<ShareLink> links = new ArrayList<>();
        links.add(new ShareLink(
                ShareLink.Kind.THIS_COMPUTER,
                "This computer",
                URI.create("http://127.0.0.1:8787/watch/k7mxq2pd#" + key)));
        if (reach == Reach.NETWORK) {
            links.add(new ShareLink(
                    ShareLink.Kind.NETWORK, "wlan0", URI.create("http://192.168.178.42:8787/watch/k7mxq2pd#" + key)));
            links.add(new ShareLink(
                    ShareLink.Kind.NETWORK, "eth0", URI.create("http://10.0.0.17:8787/watch/k7mxq2pd#" + key)));
        }
        if (!publicAddress.isEmpty()) {
            links.add(new ShareLink(
                    ShareLink.Kind.PUBLIC, "Public", URI.create(publicAddress + "/watch/k7mxq2pd#" + key)));
        }
        return links;
    }

    @Override
    public String publicAddress() {
        return publicAddress;
    }

    @Override
    public void usePublicAddress(String address) {
        asked.add("public " + address);
        publicAddress = address;
    }

    @Override
    public Optional<ServerCertificate> certificate() {
        return Optional.empty();
    }

    @Override
    public void share(Reach newReach) {
        asked.add("share " + newReach);
        reach = newReach;
    }

    @Override
    public Reach reach() {
        return reach;
    }

    @Override
    public void renewLink() {
        asked.add("renew");
        key = "n3wn3wn3wn3wn3wn3wn3wA";
    }

    @Override
    public List<ChatMessage> chat() {
        return List.copyOf(chat);
    }

    @Override
    public void say(String text) {
        asked.add("say " + text);
        long id = chat.isEmpty() ? 1 : chat.getLast().id() + 1;
        receive(new ChatMessage(id, Instant.now(), new ChatMessage.Author.Host(), "Host", text));
    }

    @Override
    public void deleteMessage(long messageId) {
        asked.add("delete " + messageId);
        chat.removeIf(message -> message.id() == messageId);
        changed();
    }

    @Override
    public void muteViewer(String viewerId) {
        asked.add("mute " + viewerId);
    }

    @Override
    public void unmuteViewer(String viewerId) {
        asked.add("unmute " + viewerId);
    }

    @Override
    public void removeViewer(String viewerId) {
        asked.add("remove " + viewerId);
    }

    @Override
    public List<Notice> notices() {
        return List.copyOf(notices);
    }

    @Override
    public void onChange(Consumer<Studio> listener) {
        listeners.add(listener);
    }

    @Override
    public void addPreview(FrameSink<VideoFrame> sink) {
        previews.add(sink);
    }

    @Override
    public void removePreview(FrameSink<VideoFrame> sink) {
        previews.remove(sink);
    }

    @Override
    public ShowDesk desk() {
        return desk;
    }

    @Override
    public void addScenePreview(FrameSink<VideoFrame> sink) {
        scenePreviews.add(sink);
    }

    @Override
    public void removeScenePreview(FrameSink<VideoFrame> sink) {
        scenePreviews.remove(sink);
    }

    @Override
    public FakeScenePictures scenePictures() {
        return scenePictures;
    }

    @Override
    public BrandKit kit() {
        return FakeKit.KIT;
    }

    @Override
    public BrandKits kits() {
        return kits;
    }

    @Override
    public String producerLink() {
        String base = publicAddress.isEmpty() ? "http://127.0.0.1:8787" : publicAddress;
        return base + "/producer#" + producerKey;
    }

    @Override
    public void renewProducerKey() {
        asked.add("renew producer");
        producerKey = "n3wpr0ducern3wpr0ducer";
    }

    @Override
    public void close() {
        asked.add("close");
    }
}
