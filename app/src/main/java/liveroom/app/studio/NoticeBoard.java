package liveroom.app.studio;

import java.time.Clock;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What the host should know at the moment: one notice on each subject, the newest. Free-threaded.
final class NoticeBoard {
    private final Clock clock;
    private final Runnable changed;
    private final Map<Notice.Subject, Notice> notices = new EnumMap<>(Notice.Subject.class);

    /// An empty board.
    ///
    /// @param changed called after each change, without a lock held
    NoticeBoard(Clock clock, Runnable changed) {
        this.clock = clock;
        this.changed = changed;
    }

    void post(Notice.Severity severity, Notice.Subject subject, String text) {
        synchronized (notices) {
            Notice standing = notices.get(subject);
            if (standing != null
                    && standing.severity() == severity
                    && standing.text().equals(text)) {
                return;
            }
            notices.put(subject, new Notice(clock.instant(), severity, subject, text));
        }
        changed.run();
    }

    /// Takes a notice down, if it is worse than information.
    void settle(Notice.Subject subject) {
        synchronized (notices) {
            Notice standing = notices.get(subject);
            if (standing == null || standing.severity() == Notice.Severity.INFO) {
                return;
            }
            notices.remove(subject);
        }
        changed.run();
    }

    List<Notice> notices() {
        synchronized (notices) {
            return Stream.of(notices.values().toArray(Notice[]::new))
                    .sorted(Comparator.comparing(Notice::at))
                    .toList();
        }
    }
}
