package liveroom.app.studio;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import liveroom.app.text.Messages;
import liveroom.capture.source.SourceDeck;
import liveroom.capture.source.SourceSpec;
import liveroom.capture.source.SourceStatus;
import liveroom.encoder.ProgramEncoder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks twice a second at what may fail, and tells the host in words; takes the notice down when it has healed. Runs
/// on the thread `watch`.
final class Watch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final long PERIOD_MILLIS = 500;

    private final SourceDeck sources;
    private final ProgramEncoder encoder;
    private final Recorder recorder;
    private final SnapshotMaker snapshots;
    private final SourceWords words;
    private final NoticeBoard notices;
    private final EncoderNotices encoders;
    /// Why each source failed last, until it runs again: a cause is logged once, however often the source is retried.
    private final Map<Notice.Subject, SourceStatus.Failed> failures = new EnumMap<>(Notice.Subject.class);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("watch").daemon().factory());

    Watch(
            SourceDeck sources,
            ProgramEncoder encoder,
            Recorder recorder,
            SnapshotMaker snapshots,
            SourceWords words,
            NoticeBoard notices,
            Messages messages) {
        this.sources = sources;
        this.encoder = encoder;
        this.recorder = recorder;
        this.snapshots = snapshots;
        this.words = words;
        this.notices = notices;
        this.encoders = new EncoderNotices(notices, messages);
    }

    void start() {
        var _ = thread.scheduleWithFixedDelay(this::lookSafely, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void lookSafely() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.error("The watch missed a look", e);
        }
    }

    private void look() {
        snapshots.renew();
        recorder.look();
        tell(Notice.Subject.VIDEO_SOURCE, sources.videoSpec(), sources.videoStatus());
        tell(Notice.Subject.AUDIO_SOURCE, sources.audioSpec(), sources.audioStatus());
        encoders.look(Notice.Subject.ENCODER, encoder.videoStatus());
        encoders.look(Notice.Subject.SOUND_ENCODER, encoder.audioStatus());
    }

    private void tell(Notice.Subject subject, SourceSpec spec, SourceStatus status) {
        switch (status) {
            case SourceStatus.Failed failed -> {
                if (!failed.equals(failures.put(subject, failed))) {
                    LOG.info("{}, {}: {}: {}", subject, spec.kind(), failed.code(), failed.detail());
                }
                notices.post(Notice.Severity.WARNING, subject, words.sentence(spec, status));
            }
            case SourceStatus.Running _ -> {
                failures.remove(subject);
                notices.settle(subject);
            }
            case SourceStatus.Opening _, SourceStatus.Closed _ -> {
                // Nothing to tell yet, and nothing has healed.
            }
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
