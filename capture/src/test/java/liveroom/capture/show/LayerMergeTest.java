package liveroom.capture.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import liveroom.capture.media.FakeClock;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Layer;
import liveroom.capture.show.ShowDesk.RefusedException;
import org.junit.jupiter.api.Test;

/// Two people edit one layer, one of them without having heard of the other's edit.
final class LayerMergeTest {
    private final LiveShowDesk desk = new LiveShowDesk(
            Shows.starter(key -> key),
            new FakeClock(),
            InstantSource.fixed(Instant.ofEpochSecond(1_000)),
            ShowKeeping.NONE);

    @Test
    void replaceLayer_withWhatItWas_leavesToOthersWhatItDoesNotChange() throws RefusedException {
        Layer was = layer(desk.state());
        desk.perform(new ShowCommand.Reveal("solo", "name", !was.shown()), "Ana");
        desk.perform(
                new ShowCommand.ReplaceLayer("solo", was.withContent(new Content.LowerThird("Ana", "Potter"))), "Ana");
        desk.perform(new ShowCommand.Reveal("solo", "name", !was.shown()), "Ana");
        Layer written = was.withContent(new Content.LowerThird(((Content.LowerThird) was.content()).name(), "Host"));
        Layer moved = written.withPlacement(was.placement().withBox(new Box(0.5, 0.5, 0.2, 0.2)));

        DeskState state = desk.perform(new ShowCommand.ReplaceLayer("solo", moved, List.of(was)), "host");

        Layer now = layer(state);
        assertThat(now.content()).isEqualTo(new Content.LowerThird("Ana", "Host"));
        assertThat(now.placement()).isEqualTo(moved.placement());
        assertThat(now.shown()).isNotEqualTo(was.shown());
    }

    @Test
    void replaceLayer_ofAnotherKindByNow_isReplacedAsItWasWritten() throws RefusedException {
        Layer was = layer(desk.state());
        desk.perform(new ShowCommand.ReplaceLayer("solo", was.withContent(new Content.Comment("Ana", "Hello"))), "Ana");
        Layer written = was.withContent(new Content.LowerThird("Ana", "Host"));

        DeskState state = desk.perform(new ShowCommand.ReplaceLayer("solo", written, List.of(was)), "host");

        assertThat(layer(state)).isEqualTo(written);
    }

    private static Layer layer(DeskState state) {
        return state.show().scene("solo").orElseThrow().layer("name").orElseThrow();
    }
}
