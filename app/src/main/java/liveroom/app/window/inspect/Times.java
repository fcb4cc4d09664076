package liveroom.app.window.inspect;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import liveroom.app.window.kit.Words;
import liveroom.capture.scene.Timer;

/// Lengths and time zones as people write them.
final class Times {
    private static final int SECONDS = 60;
    private static final int LAST_HOUR = 23;
    private static final Pattern OF_DAY = Pattern.compile("(\\d{1,2})(?::([0-5]\\d))?");

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
            if (seconds <= Timer.MAX_SECONDS) {
                return seconds;
            }
        }
        throw new IllegalArgumentException(Words.of("inspect.problem.length"));
    }

    /// Reads a time of day: `20:00`, `8:05`, or `20` for the hour alone.
    static String ofDay(String text) {
        Matcher typed = OF_DAY.matcher(text.strip());
        if (!typed.matches() || Integer.parseInt(typed.group(1)) > LAST_HOUR) {
            throw new IllegalArgumentException(Words.of("inspect.problem.until"));
        }
        String minutes = typed.group(2);
        return String.format(
                Locale.ROOT, "%02d:%s", Integer.parseInt(typed.group(1)), minutes == null ? "00" : minutes);
    }

    /// The next full hour in this computer's zone.
    static String nextHour() {
        return LocalTime.now(ZoneId.systemDefault())
                .plusHours(1)
                .truncatedTo(ChronoUnit.HOURS)
                .toString();
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
