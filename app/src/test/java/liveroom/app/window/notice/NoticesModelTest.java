package liveroom.app.window.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import liveroom.app.studio.Notice;
import org.junit.jupiter.api.Test;

class NoticesModelTest {
    private final NoticesModel model = new NoticesModel();

    private static Notice notice(int second, Notice.Subject subject) {
        return new Notice(Instant.ofEpochSecond(second), Notice.Severity.WARNING, subject, "text " + second);
    }

    @Test
    void dismiss_notice_staysAwayUntilANewerComes() {
        Notice first = notice(1, Notice.Subject.ENCODER);
        model.read(List.of(first));
        model.dismiss(first);
        model.read(List.of(first));
        assertThat(model.visible()).isEmpty();
        Notice newer = notice(2, Notice.Subject.ENCODER);
        model.read(List.of(newer));
        assertThat(model.visible()).containsExactly(newer);
    }

    @Test
    void read_settled_goes() {
        model.read(List.of(notice(1, Notice.Subject.ENCODER)));
        model.read(List.of());
        assertThat(model.visible()).isEmpty();
    }
}
