package liveroom.app.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import liveroom.app.studio.Notice.Severity;
import liveroom.app.studio.Notice.Subject;
import liveroom.app.text.Messages;
import org.junit.jupiter.api.Test;

class NoticeBoardTest {
    private int changes;
    private final NoticeBoard board = new NoticeBoard(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), () -> changes++);

    @Test
    void post_sameSubject_replacesTheOlder() {
        board.post(Severity.WARNING, Subject.VIDEO_SOURCE, "The camera is busy.");
        board.post(Severity.WARNING, Subject.VIDEO_SOURCE, "The camera has gone.");

        assertThat(board.notices()).singleElement().extracting(Notice::text).isEqualTo("The camera has gone.");
    }

    @Test
    void post_sameAgain_tellsNobody() {
        board.post(Severity.WARNING, Subject.VIDEO_SOURCE, "The camera is busy.");
        board.post(Severity.WARNING, Subject.VIDEO_SOURCE, "The camera is busy.");

        assertThat(changes).isOne();
    }

    @Test
    void postComplaints_many_showsTheFirstAndCountsTheRest() {
        board.postComplaints(List.of("One.", "Two.", "Three.", "Four.", "Five."), Messages.of("studio"));

        assertThat(board.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.subject()).isEqualTo(Subject.SETTINGS);
            assertThat(notice.severity()).isEqualTo(Severity.WARNING);
            assertThat(notice.text().lines())
                    .startsWith("One.", "Two.", "Three.")
                    .hasSize(4);
            assertThat(notice.text()).contains("2 more", "doctor");
        });
    }

    @Test
    void postComplaints_none_tellsNobody() {
        board.postComplaints(List.of(), Messages.of("studio"));

        assertThat(board.notices()).isEmpty();
        assertThat(changes).isZero();
    }

    @Test
    void settle_warning_takesItDown_butLeavesInformation() {
        board.post(Severity.ERROR, Subject.NETWORK, "Cannot listen.");
        board.post(Severity.INFO, Subject.RECORDING, "Recorded.");

        board.settle(Subject.NETWORK);
        board.settle(Subject.RECORDING);

        assertThat(board.notices()).singleElement().extracting(Notice::subject).isEqualTo(Subject.RECORDING);
    }
}
