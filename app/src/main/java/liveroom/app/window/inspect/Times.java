package liveroom.app.window.inspect;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import liveroom.app.window.kit.Words;

/// Lengths and time zones as people write them.
final class Times {
    private static final int SECONDS = 60;
    private static final int MAX_SECONDS = 86_400;

    private Times() {}

    /// Minutes and seconds, as `5:00`.
    static String written(int seconds) {
        return String.format(Locale.ROOT, "%d:%02d", seconds / SECONDS, seconds % SECONDS);
    }

    /// Reads `5:00`, or `5` for minutes.
    static int seconds(String text) {
        String typed = text.strip();
        if (typed.matches("\\d{1,4}(:[0-5]\\d)?")) {
            int colon = typed.indexOf(':');
            String minutes = colon < 0 ? typed : typed.substring(0, colon);
            String rest = colon < 0 ? "0" : typed.substring(colon + 1);
            int seconds = Integer.parseInt(minutes) * SECONDS + Integer.parseInt(rest);
            if (seconds <= MAX_SECONDS) {
                return seconds;
            }
        }
        throw new IllegalArgumentException(Words.of("inspect.problem.length"));
    }

    /// A time zone as it was typed, if there is such a one; empty for this computer's.
    static String zone(String text) {
        try {
            return text.isEmpty() ? text : ZoneId.of(text).getId();
        } catch (DateTimeException _) {
            throw new IllegalArgumentException(Words.of("inspect.problem.zone"));
        }
    }
}
