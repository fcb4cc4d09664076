package liveroom.capture.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.InstantSource;
import java.util.List;
import liveroom.capture.media.FakeClock;
import liveroom.capture.scene.Scene;
import liveroom.capture.scene.Show;
import liveroom.capture.scene.Transition;
import liveroom.capture.show.ShowDesk.RefusedException;
import org.junit.jupiter.api.Test;

final class SeveralCommandsTest {
    private final FakeClock clock = new FakeClock();
    private final Show first = Shows.starter(key -> key);
    private final LiveShowDesk desk = new LiveShowDesk(first, clock, InstantSource.system(), ShowKeeping.NONE);

    @Test
    void all_severalEditsAndAPreview_isOneChangeAndOneUndoPutsEverythingBack() throws RefusedException {
        perform(new ShowCommand.Preview("thank-you"));
        DeskState before = desk.state();

        DeskState state = perform(new ShowCommand.All(List.of(
                new ShowCommand.RemoveLayer("solo", "logo"),
                new ShowCommand.RemoveLayer("solo", "name"),
                new ShowCommand.AddScene(new Scene("extra", "Extra", List.of()), 0),
                new ShowCommand.Preview("extra"))));

        assertThat(state.revision()).isEqualTo(before.revision() + 1);
        assertThat(state.program().layers()).hasSize(2);
        assertThat(state.previewId()).isEqualTo("extra");
        DeskState undone = perform(new ShowCommand.Undo());
        assertThat(undone.show()).isEqualTo(first);
        assertThat(undone.previewId()).isEqualTo("thank-you");
        assertThat(undone.canUndo()).isFalse();
        assertThat(perform(new ShowCommand.Redo()).show()).isEqualTo(state.show());
    }

    @Test
    void all_oneOfThemCannotBeDone_doesNoneOfThem() {
        ShowCommand all = new ShowCommand.All(
                List.of(new ShowCommand.RenameShow("Other"), new ShowCommand.RemoveLayer("solo", "moon")));

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> perform(all))
                .withMessage("There is no layer \"moon\" in the scene \"solo\".");
        assertThat(desk.state()).isEqualTo(OnAir.begin(first, clock.nanos()));
    }

    @Test
    void all_previewAndTake_isOnAirInOneChange() throws RefusedException {
        DeskState state = perform(
                new ShowCommand.All(List.of(new ShowCommand.Preview("screen"), new ShowCommand.Take(Transition.FADE))));

        assertThat(state.programId()).isEqualTo("screen");
        assertThat(state.previewId()).isEqualTo("solo");
        assertThat(state.revision()).isEqualTo(1);
        assertThat(state.canUndo()).isFalse();
    }

    private DeskState perform(ShowCommand command) throws RefusedException {
        return desk.perform(command, "host");
    }
}
