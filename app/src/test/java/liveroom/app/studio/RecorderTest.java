package liveroom.app.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import liveroom.app.text.Messages;
import liveroom.capture.media.FramePool;
import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFormat;
import liveroom.encoder.ProgramEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecorderTest {
    private static final VideoFormat FORMAT = new VideoFormat(320, 180);

    @TempDir
    private Path folder;

    @Test
    void stop_beforeTheFirstPicture_saysThatNothingWasRecorded() {
        NoticeBoard notices = new NoticeBoard(Clock.systemUTC(), () -> {});
        Messages messages = Messages.of("studio");
        try (ProgramEncoder encoder = new ProgramEncoder(FORMAT, 30, 1000, StudioClock.SYSTEM)) {
            Recorder recorder = new Recorder(encoder, FORMAT, Clock.systemUTC(), notices, messages);
            recorder.start(folder.resolve("show.mkv"));
            assertThat(recorder.state()).isInstanceOf(RecordingState.Running.class);

            recorder.stop();

            assertThat(recorder.state()).isInstanceOf(RecordingState.Off.class);
            assertThat(notices.notices()).singleElement().satisfies(notice -> {
                assertThat(notice.severity()).isEqualTo(Notice.Severity.WARNING);
                assertThat(notice.text()).isEqualTo(messages.text("recording.nothing"));
            });
        }
        assertThat(FramePool.lentByAll()).isZero();
    }
}
