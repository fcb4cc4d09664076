package liveroom.app.studio;

import java.time.Clock;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import liveroom.app.text.Messages;

/// What the host should know at the moment: one notice on each subject, the newest. Free-threaded.
final class NoticeBoard {
    private static final int MAX_COMPLAINTS = 3;

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

    /// Posts one notice of all that was amiss with the settings; of many complaints the first few.
    void postComplaints(List<String> complaints, Messages messages) {
        if (complaints.isEmpty()) {
            return;
        }
        int more = complaints.size() - MAX_COMPLAINTS;
        String first = String.join("\n", complaints.subList(0, Math.min(complaints.size(), MAX_COMPLAINTS)));
        post(
                Notice.Severity.WARNING,
                Notice.Subject.SETTINGS,
                more > 0 ? first + "\n" + messages.text("settings.more", more) : first);
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
