package liveroom.app.studio;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import liveroom.app.text.Messages;
import liveroom.capture.media.VideoFormat;
import liveroom.encoder.EncoderException;
import liveroom.encoder.ProgramEncoder;
import liveroom.encoder.recording.Recording;
import org.jspecify.annotations.Nullable;

/// Starts and stops recordings, and tells the host how the present one fares. [#start], [#stop] and [#look()], which
/// ends what has failed, may wait for the disk, one at a time; [#state()] returns at once, whatever the disk does.
final class Recorder implements AutoCloseable {
    private final ProgramEncoder encoder;
    private final VideoFormat format;
    private final Clock clock;
    private final NoticeBoard notices;
    private final Messages messages;
    private volatile @Nullable Take take;
    private volatile RecordingState after = new RecordingState.Off();

    /// A recording that was begun and not yet ended by the host.
    private record Take(Recording recording, Instant since) {}

    Recorder(ProgramEncoder encoder, VideoFormat format, Clock clock, NoticeBoard notices, Messages messages) {
        this.encoder = encoder;
        this.format = format;
        this.clock = clock;
        this.notices = notices;
        this.messages = messages;
    }

    synchronized void start(Path file) {
        if (take != null) {
            return;
        }
        try {
            Recording recording = Recording.start(file, format);
            take = new Take(recording, clock.instant());
            encoder.addAudio(recording.audio());
            encoder.addRecording(recording.video());
            notices.settle(Notice.Subject.RECORDING);
        } catch (EncoderException e) {
            fail(file, e.code(), String.valueOf(e.getMessage()));
        }
    }

    synchronized void stop() {
        Take ending = take;
        if (ending == null) {
            return;
        }
        take = null;
        Recording recording = ending.recording();
        finish(recording);
        Recording.Failure failure = recording.state().failure();
        if (failure != null) {
            fail(recording.file(), failure.code(), failure.detail());
        } else {
            after = new RecordingState.Off();
            tellEnd(recording.file(), recording.state());
        }
    }

    private void tellEnd(Path file, Recording.State state) {
        if (state.bytes() == 0) {
            tell(Notice.Severity.WARNING, messages.text("recording.nothing"));
        } else if (state.lostPackets() > 0) {
            tell(Notice.Severity.WARNING, messages.text("recording.endedWithGaps", file, state.lostPackets()));
        } else {
            tell(Notice.Severity.INFO, messages.text("recording.ended", file));
        }
    }

    private void tell(Notice.Severity severity, String words) {
        notices.post(severity, Notice.Subject.RECORDING, words);
    }

    RecordingState state() {
        Take running = take;
        if (running == null) {
            return after;
        }
        Recording.State state = running.recording().state();
        return new RecordingState.Running(running.recording().file(), running.since(), state.bytes());
    }

    /// Takes note of a recording that has ended by itself or suffers; called now and then by the watch.
    void look() {
        Take running = take;
        if (running == null) {
            return;
        }
        Recording.State state = running.recording().state();
        if (state.failure() != null) {
            stop();
        } else if (state.lostPackets() > 0) {
            // Always the same words: once put away, the notice stays so until the recording ends and says how many.
            tell(Notice.Severity.WARNING, messages.text("recording.slow"));
        }
    }

    private void finish(Recording recording) {
        encoder.removeRecording(recording.video());
        encoder.removeAudio(recording.audio());
        recording.close();
    }

    private void fail(Path file, EncoderException.Code code, String detail) {
        String cause = code == EncoderException.Code.DISK_FULL
                ? messages.text("recording.diskFull")
                : messages.text("recording.cannotWrite", detail);
        after = new RecordingState.Failed(file, cause);
        tell(Notice.Severity.ERROR, cause);
    }

    /// Ends what is being recorded.
    @Override
    public void close() {
        stop();
    }
}
