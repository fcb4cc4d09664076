package liveroom.app.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import liveroom.app.studio.Notice.Subject;
import liveroom.app.text.Messages;
import liveroom.encoder.EncoderException;
import liveroom.encoder.EncoderStatus;
import org.junit.jupiter.api.Test;

class EncoderNoticesTest {
    private static final EncoderStatus FAILED =
            new EncoderStatus.Failed(EncoderException.Code.NO_ENCODER, "No Opus encoder.");
    private static final EncoderStatus RUNNING = new EncoderStatus.Running("opus");

    private final NoticeBoard board = new NoticeBoard(Clock.systemUTC(), () -> {});
    private final EncoderNotices encoders = new EncoderNotices(board, Messages.of("studio"));

    @Test
    void look_soundEncoderFailsWhileThePictureRuns_isToldUntilItRunsAgain() {
        encoders.look(Subject.ENCODER, RUNNING);
        encoders.look(Subject.SOUND_ENCODER, FAILED);
        encoders.look(Subject.ENCODER, RUNNING);

        assertThat(board.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.severity()).isEqualTo(Notice.Severity.ERROR);
            assertThat(notice.text()).contains("without sound", "No Opus encoder.");
        });
        encoders.look(Subject.SOUND_ENCODER, RUNNING);
        assertThat(board.notices()).isEmpty();
    }

    @Test
    void look_bothFail_areToldApart() {
        encoders.look(Subject.ENCODER, FAILED);
        encoders.look(Subject.SOUND_ENCODER, FAILED);

        assertThat(board.notices())
                .extracting(Notice::subject)
                .containsExactlyInAnyOrder(Subject.ENCODER, Subject.SOUND_ENCODER);
    }
}
