package liveroom.capture.graphics;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import liveroom.capture.scene.Content.Clock;
import liveroom.capture.scene.Content.ClockStyle;

/// The time of day, drawn anew with each minute or second.
final class ClockCard {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");

    private ClockCard() {}

    static Drawn draw(Easel easel, Clock content) {
        ZonedDateTime time = easel.now().atZone(zone(easel, content.zone()));
        boolean seconds = content.style() == ClockStyle.HOURS_MINUTES_SECONDS;
        String figures = time.format(seconds ? SECONDS : MINUTES);
        ChronoUnit unit = seconds ? ChronoUnit.SECONDS : ChronoUnit.MINUTES;
        return new Drawn(
                TimeCard.draw(easel, new TimeCard.Reading(content.label(), figures, -1)),
                time.truncatedTo(unit).plus(1, unit).toInstant());
    }

    private static ZoneId zone(Easel easel, String name) {
        if (name.isBlank()) {
            return ZoneId.systemDefault();
        }
        try {
            return ZoneId.of(name.strip());
        } catch (DateTimeException _) {
            easel.complain("There is no time zone \"" + name + "\"; the clock shows this computer's time.");
            return ZoneId.systemDefault();
        }
    }
}
