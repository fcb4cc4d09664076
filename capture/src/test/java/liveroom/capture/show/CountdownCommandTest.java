package liveroom.capture.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import liveroom.capture.media.FakeClock;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Timer;
import liveroom.capture.show.ShowDesk.RefusedException;
import org.junit.jupiter.api.Test;

final class CountdownCommandTest {
    private final LiveShowDesk desk = new LiveShowDesk(
            Shows.starter(key -> key),
            new FakeClock(),
            InstantSource.fixed(Instant.ofEpochSecond(1_000)),
            ShowKeeping.NONE);

    @Test
    void startCountdown_aSlate_endsThatManySecondsFromNow() throws RefusedException {
        DeskState state = perform(new ShowCommand.StartCountdown("starting-soon", "slate", 300));

        assertThat(slate(state).content())
                .isEqualTo(new Content.Slate(Content.SlateKind.STARTING_SOON, "", "", 1_300_000));
    }

    @Test
    void startCountdown_withoutALength_goesOnWhereItWasPausedElseAsTheLayerSays() throws RefusedException {
        ShowCommand start = new ShowCommand.StartCountdown("starting-soon", "slate", 0);
        perform(new ShowCommand.StartCountdown("starting-soon", "slate", 90));
        time(timer(desk.state()).paused(1_010_500));

        assertThat(timer(desk.state())).isEqualTo(new Timer(90, "", 0, 80));
        assertThat(timer(perform(start)).endsAtMillis()).isEqualTo(1_080_000);
        time(timer(desk.state()).stopped());
        assertThat(timer(perform(start)).endsAtMillis()).isEqualTo(1_090_000);
    }

    @Test
    void startCountdown_toATimeOfDay_endsThen() throws RefusedException {
        ZonedDateTime now = Instant.ofEpochSecond(1_000).atZone(ZoneId.systemDefault());
        ZonedDateTime end = now.plusMinutes(90).truncatedTo(ChronoUnit.MINUTES);
        time(Timer.USUAL.endingAt("%02d:%02d".formatted(end.getHour(), end.getMinute())));

        Timer started = timer(perform(new ShowCommand.StartCountdown("starting-soon", "slate", 0)));

        assertThat(started.endsAtMillis()).isEqualTo(end.toInstant().toEpochMilli());
        assertThat(timer(perform(new ShowCommand.StartCountdown("starting-soon", "slate", 60)))
                        .until())
                .isEmpty();
    }

    private void time(Timer timer) throws RefusedException {
        Layer slate = slate(desk.state());
        Content.Timed timed = (Content.Timed) slate.content();
        perform(new ShowCommand.ReplaceLayer("starting-soon", slate.withContent(timed.withTimer(timer))));
    }

    private static Timer timer(DeskState state) {
        return ((Content.Timed) slate(state).content()).timer();
    }

    private static Layer slate(DeskState state) {
        return state.show().scene("starting-soon").orElseThrow().layers().getFirst();
    }

    private DeskState perform(ShowCommand command) throws RefusedException {
        return desk.perform(command, "host");
    }
}
