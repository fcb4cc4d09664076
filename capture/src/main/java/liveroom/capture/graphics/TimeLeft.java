package liveroom.capture.graphics;

import java.time.Duration;
import java.time.Instant;
import liveroom.capture.scene.Timer;

/// What a countdown shows at one moment.
///
/// @param seconds that are left, the one that has begun included
/// @param validUntil when that changes; [Instant#MAX] if it does not
record TimeLeft(long seconds, Instant validUntil) {
    static TimeLeft of(Instant now, Timer timer) {
        if (!timer.isRunning()) {
            return new TimeLeft(timer.isPaused() ? timer.leftSeconds() : timer.seconds(), Instant.MAX);
        }
        Instant end = Instant.ofEpochMilli(timer.endsAtMillis());
        long seconds = Math.ceilDiv(Math.max(0, Duration.between(now, end).toMillis()), 1000L);
        return new TimeLeft(seconds, seconds == 0 ? Instant.MAX : end.minusSeconds(seconds - 1));
    }

    /// `0:09`, `12:00`, `1:00:00`.
    String figures() {
        long minutes = seconds / 60 % 60;
        long hours = seconds / 3600;
        return hours > 0
                ? "%d:%02d:%02d".formatted(hours, minutes, seconds % 60)
                : "%d:%02d".formatted(minutes, seconds % 60);
    }
}
