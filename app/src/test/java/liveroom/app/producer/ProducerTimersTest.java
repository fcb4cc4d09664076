package liveroom.app.producer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import liveroom.app.testing.Visit;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Timer;
import liveroom.capture.show.ShowCommand;
import org.junit.jupiter.api.Test;

/// Countdowns are started, paused, gone on with and stopped, for a length and until a time of day.
class ProducerTimersTest extends ProducerTest {
    private Timer timer() {
        Content content = studio.desk
                .state()
                .show()
                .scene("break")
                .orElseThrow()
                .layer("back")
                .orElseThrow()
                .content();
        return ((Content.Countdown) content).timer();
    }

    private static Locator row(Page page) {
        return page.locator(".timer").filter(new Locator.FilterOptions().setHasText("Back in"));
    }

    private static Locator button(Page page, String name) {
        return row(page).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name + " Back in"));
    }

    @Test
    void length_started_counts_pausedStands_andGoesOn() {
        try (Visit visit = producer("Mira");
                Visit jon = producer("Jon")) {
            Page page = visit.page();
            Locator left = row(page).locator(".timer-left");
            assertThat(left).hasText("");
            assertThat(button(page, "Pause")).isHidden();
            row(page).locator(".timer-length").fill("2:30");
            row(page).locator(".timer-length").press("Enter");
            assertThat(left).hasText(Pattern.compile("2:\\d\\d"));
            assertThat(timer().seconds()).isEqualTo(150);
            assertThat(row(page).locator(".timer-length")).isHidden();

            button(page, "Pause").click();
            page.waitForCondition(() -> timer().isPaused());
            int rest = timer().leftSeconds();
            assertThat(rest).isBetween(1, 150);
            String shown = "%d:%02d".formatted(rest / 60, rest % 60);
            assertThat(left).hasText(shown);
            assertThat(row(jon.page()).locator(".timer-left")).hasText(shown);

            button(jon.page(), "Go on with").click();
            page.waitForCondition(() -> timer().isRunning());
            long end = timer().endsAtMillis() - rest * 1_000L;
            assertThat(Instant.ofEpochMilli(end)).isBefore(Instant.now().plusMillis(1));
            assertThat(button(page, "Stop")).isVisible();
            button(page, "Stop").click();
            page.waitForCondition(() -> timer().equals(new Timer(150, "", 0, 0)));
            assertThat(left).hasText("");
            assertThat(row(page).locator(".timer-length")).hasValue("2:30");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void timeOfDay_chosen_endsThen_isOneStep_andCannotBePaused() {
        // An hour from now, and what is left of this minute.
        LocalTime end = LocalTime.now(ZoneId.systemDefault()).plusMinutes(61).truncatedTo(ChronoUnit.MINUTES);
        try (Visit visit = producer("Mira")) {
            Page page = visit.page();
            row(page).locator(".timer-counts").selectOption("until");
            button(page, "Start").click();
            assertThat(row(page).locator(".timer-until:invalid")).isVisible();
            row(page).locator(".timer-until").fill(end.toString());
            button(page, "Start").click();
            page.waitForCondition(() -> timer().isRunning());

            Instant ends = Instant.ofEpochMilli(timer().endsAtMillis());
            assertThat(ends.atZone(ZoneId.systemDefault()).toLocalTime()).isEqualTo(end);
            assertThat(timer().until()).isEqualTo(end.toString());
            assertThat(row(page).locator(".timer-left")).hasText(Pattern.compile("(59|1:00):\\d\\d"));
            assertThat(button(page, "Pause")).isHidden();
            assertThat(button(page, "Stop")).isVisible();
            page.locator("#undo").click();
            page.waitForCondition(() -> timer().equals(Timer.USUAL));
            assertThat(row(page).locator(".timer-counts")).hasValue("for");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void over_saysSo_andCanBeStartedAnew() throws Exception {
        studio.desk.perform(new ShowCommand.StartCountdown("break", "back", 1), "host");
        try (Visit visit = producer("Mira")) {
            Page page = visit.page();
            assertThat(row(page).locator(".timer-left")).hasText("Over");
            assertThat(button(page, "Pause")).isHidden();
            button(page, "Stop").click();
            page.waitForCondition(() -> !timer().isRunning());
            assertThat(row(page).locator(".timer-length")).hasValue("0:01");
        }
    }

    @Test
    void length_thatIsNone_isRefusedInTheField() {
        try (Visit visit = producer("Mira")) {
            Page page = visit.page();
            row(page).locator(".timer-length").fill("soon");
            row(page).locator(".timer-length").press("Enter");
            assertThat(row(page).locator(".timer-length:invalid")).isVisible();
            assertThat(timer()).isEqualTo(Timer.USUAL);
        }
    }
}
