package liveroom.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Placement;
import liveroom.capture.scene.Scene;
import liveroom.capture.scene.Show;
import liveroom.capture.scene.Transition;
import liveroom.capture.show.DeskState;
import liveroom.capture.show.ShowCommand.Reveal;
import liveroom.capture.show.ShowCommand.Take;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What viewers are offered beside the picture.
final class CompanionTest {
    @Test
    void product_shownAndHidden_viewersAndNewcomersAreTold() throws Exception {
        FakeDesk desk = new FakeDesk();
        try (TestRoom test = new TestRoom();
                FakeViewer ana = test.join()) {
            test.room.seatProducers(desk.seat(), StaticFiles.NONE, "pppppppppppppppppppppp");
            ana.control.first("welcome");
            double before = System.currentTimeMillis();
            desk.perform(new Reveal("one", "card", true), "host");

            JsonNode shown = ana.control.first("on-screen");
            assertThat(shown.path("kind").asString()).isEqualTo("product");
            assertThat(shown.path("title").asString()).isEqualTo("Lamp");
            assertThat(shown.path("text").asString()).isEqualTo("39 €");
            assertThat(shown.path("link").asString()).isEqualTo("https://shop.example/lamp");
            assertThat(shown.path("at").asDouble()).isBetween(before, before + 60_000);
            try (FakeViewer ben = test.join()) {
                assertThat(ben.control.first("on-screen").path("title").asString())
                        .isEqualTo("Lamp");
            }

            desk.perform(new Take(Transition.CUT), "host");
            assertThat(ana.control.nth("on-screen", 2).path("kind").asString()).isEqualTo("none");
        }
    }

    @Test
    void of_severalLayers_isTheForemostThatIsShownAndHasSomethingToOffer() {
        Layer comment = layer("comment", new Content.Comment("Mira", "Which lamp is it?"));
        Layer plain = layer("plain", new Content.Product("No link", "", "", "", ""));
        Layer lamp = FakeDesk.PRODUCT.withShown(true);

        assertThat(offered(comment, lamp, plain).title()).isEqualTo("Lamp");
        assertThat(offered(lamp, comment, plain)).isEqualTo(new OnScreen("comment", "Mira", "Which lamp is it?", ""));
        assertThat(offered(plain, comment.withShown(false))).isEqualTo(OnScreen.NOTHING);
    }

    private static Layer layer(String id, Content content) {
        return Layer.of(id, id, content, Placement.FULL);
    }

    private static OnScreen offered(Layer... layers) {
        Show show = new Show("Show", "kit", List.of(new Scene("one", "One", List.of(layers))), List.of());
        return OnScreen.of(
                new DeskState(1, show, "one", "one", new DeskState.Change("one", Transition.CUT, 0), 0, false, false));
    }
}
