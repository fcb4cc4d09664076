package liveroom.transport.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import liveroom.capture.scene.ColourRole;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Paint;
import liveroom.capture.scene.Placement;
import liveroom.capture.scene.Scene;
import liveroom.capture.scene.Show;
import liveroom.capture.show.Layout;
import liveroom.capture.show.ShowCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HostsOwnTest {
    private static final Layer SHELF = layer(new Content.Image("/shows/shelf.png"));
    private static final Scene SCENE = new Scene("solo", "Solo", List.of(SHELF));
    private static final Show SHOW = new Show("Show", "daylight", List.of(SCENE), List.of());
    private static final Paint PAINT = new Paint.Role(ColourRole.PRIMARY);

    private static Layer layer(Content content) {
        return Layer.of("it", "It", content, Placement.FULL);
    }

    private static Optional<String> refusal(ShowCommand command) {
        return HostsOwn.refusal(command, SHOW, List.of("daylight", "nocturne"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"screen", "screen:1", "camera", "camera:Back", "file:/etc/hostname", "mic"})
    void source_thatTheShowHasNot_refused(String source) {
        Layer added = layer(new Content.Source(source, Content.Key.NONE));

        assertThat(refusal(new ShowCommand.AddLayer("solo", added, 0))).isPresent();
        assertThat(refusal(new ShowCommand.ReplaceLayer("solo", added))).isPresent();
        assertThat(refusal(new ShowCommand.ReplaceLayers("solo", List.of(SHELF, added), List.of())))
                .isPresent();
        assertThat(refusal(new ShowCommand.AddScene(new Scene("new", "New", List.of(added)), 0)))
                .isPresent();
    }

    @Test
    void several_oneOfWhichBringsSomethingIn_refused() {
        Layer added = layer(new Content.Source("screen", Content.Key.NONE));
        ShowCommand.Single harmless = new ShowCommand.AddLayer("solo", SHELF.withId("more"), 0);

        assertThat(refusal(new ShowCommand.All(List.of(harmless)))).isEmpty();
        assertThat(refusal(new ShowCommand.All(List.of(harmless, new ShowCommand.AddLayer("solo", added, 0)))))
                .isPresent();
    }

    @Test
    void file_thatTheShowHasNot_refusedWhereverAPictureGoes() {
        String path = "/pictures/private.png";

        for (Content content : List.of(
                new Content.Image(path),
                new Content.Product("Tea", path, "", "", ""),
                new Content.Background(PAINT, PAINT, 0, path))) {
            assertThat(refusal(new ShowCommand.AddLayer("solo", layer(content), 0)))
                    .as(content.toString())
                    .isPresent();
        }
    }

    @Test
    void whatTheHostHasBroughtIn_andTheKitHolds_isForProducersToo() {
        for (Content content : List.of(
                new Content.Image("/shows/shelf.png"),
                new Content.Product("Tea", "/shows/shelf.png", "", "", ""),
                new Content.Image("kit:logo"),
                new Content.Source(Content.Source.MAIN, Content.Key.GREEN),
                new Content.Comment("Ana", "Why?"))) {
            assertThat(refusal(new ShowCommand.AddLayer("solo", layer(content), 0)))
                    .as(content.toString())
                    .isEmpty();
        }
    }

    @Test
    void layoutWithScreen_onlyWhereTheShowHasOne() {
        ShowCommand layout = new ShowCommand.ApplyLayout("solo", Layout.SCREEN_WITH_SPEAKER);
        Scene screen = new Scene("screen", "Screen", List.of(layer(new Content.Source("screen", Content.Key.NONE))));

        assertThat(refusal(layout)).isPresent();
        assertThat(HostsOwn.refusal(layout, SHOW.withScenes(List.of(SCENE, screen)), List.of()))
                .isEmpty();
        assertThat(refusal(new ShowCommand.ApplyLayout("solo", Layout.SOLO))).isEmpty();
    }

    @Test
    void brand_onlyByAName() {
        assertThat(refusal(new ShowCommand.SetBrand("nocturne"))).isEmpty();
        assertThat(refusal(new ShowCommand.SetBrand("/kits/other"))).isPresent();
    }
}
