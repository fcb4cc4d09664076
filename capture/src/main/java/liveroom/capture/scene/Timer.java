package liveroom.capture.scene;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.regex.Pattern;

/// Counts time down: for a length, or to a time of day. It waits to be started, runs, or is paused. Immutable.
///
/// @param seconds its length, 0 to a day
/// @param until the time of day in the studio at which it ends, such as `20:00`; empty for one with a length
/// @param endsAtMillis Unix time; 0 while it does not run
/// @param leftSeconds what was left when it was paused; 0 for one that is not paused
public record Timer(int seconds, String until, long endsAtMillis, int leftSeconds) {
    public static final int MAX_SECONDS = 86_400;
    /// Lasts five minutes, and has not been started.
    public static final Timer USUAL = new Timer(300, "", 0, 0);

    private static final Pattern TIME_OF_DAY = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
    private static final long MILLIS = 1_000;

    public Timer {
        Bounds.range("length of a countdown in seconds", seconds, 0, MAX_SECONDS);
        Bounds.text("time of day", until, 5);
        if (!until.isEmpty() && !TIME_OF_DAY.matcher(until).matches()) {
            throw new IllegalArgumentException("The time of day is \"" + until + "\"; it must be such as 20:00.");
        }
        Bounds.range("end of a countdown", (double) endsAtMillis, 0, 1e14);
        Bounds.range("rest of a countdown in seconds", leftSeconds, 0, MAX_SECONDS);
    }

    public boolean isRunning() {
        return endsAtMillis > 0;
    }

    public boolean isPaused() {
        return !isRunning() && leftSeconds > 0;
    }

    /// One that lasts this long and waits to be started.
    public Timer lasting(int newSeconds) {
        return new Timer(newSeconds, "", 0, 0);
    }

    /// One that ends at this time of day and waits to be started.
    public Timer endingAt(String timeOfDay) {
        return new Timer(seconds, timeOfDay, 0, 0);
    }

    /// Runs from `now` on: to its time of day, else for what was left of it, else for its length.
    public Timer started(ZonedDateTime now) {
        long nowMillis = now.toInstant().toEpochMilli();
        if (until.isEmpty()) {
            int length = isPaused() ? leftSeconds : seconds;
            return new Timer(seconds, until, nowMillis + length * MILLIS, 0);
        }
        ZonedDateTime today = now.with(LocalTime.parse(until));
        ZonedDateTime end = today.isAfter(now) ? today : today.plusDays(1);
        long length =
                Math.min(MAX_SECONDS, Math.ceilDiv(Duration.between(now, end).toMillis(), MILLIS));
        return new Timer((int) length, until, end.toInstant().toEpochMilli(), 0);
    }

    /// Keeps what is left of it at this moment; one that is over waits to be started anew.
    public Timer paused(long nowMillis) {
        long left = Math.clamp(Math.ceilDiv(endsAtMillis - nowMillis, MILLIS), 0, (long) MAX_SECONDS);
        return new Timer(seconds, until, 0, (int) left);
    }

    /// Waits to be started anew.
    public Timer stopped() {
        return new Timer(seconds, until, 0, 0);
    }
}
