package liveroom.capture.graphics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Placement;
import liveroom.capture.scene.Scene;
import org.junit.jupiter.api.Test;

class SafeAreaTest {
    private static final SafeArea AREA = new SafeArea(0.05);

    private static List<String> outside(Content content, Box box) {
        Layer layer = Layer.of("it", "It", content, Placement.of(box));
        return AREA.outside(new Scene("scene", "Scene", List.of(layer))).stream()
                .map(Layer::id)
                .toList();
    }

    @Test
    void outside_namesOnTheEdge_areFound() {
        Content names = new Content.LowerThird("Mira", "Host");
        assertThat(outside(names, new Box(0.02, 0.7, 0.4, 0.16))).containsExactly("it");
        assertThat(outside(names, new Box(0.05, 0.79, 0.4, 0.16))).isEmpty();
        assertThat(outside(names, new Box(0.05, 0.8, 0.4, 0.16))).containsExactly("it");
    }

    @Test
    void outside_tickerFromEdgeToEdge_isFoundOnlyWhereItIsTooLow() {
        Content ticker = new Content.Ticker(List.of("News"), 6);
        assertThat(outside(ticker, new Box(0, 0.86, 1, 0.08))).isEmpty();
        assertThat(outside(ticker, new Box(0, 0.92, 1, 0.08))).containsExactly("it");
    }

    @Test
    void outside_fullPictures_areFine() {
        assertThat(outside(new Content.Source(Content.Source.MAIN, Content.Key.NONE), Box.FULL))
                .isEmpty();
        assertThat(outside(new Content.Slate(Content.SlateKind.THANK_YOU, "", "", 0), Box.FULL))
                .isEmpty();
    }

    @Test
    void outside_hiddenLayer_isFine() {
        Layer hidden = Layers.of(new Content.Comment("A", "B"), new Box(0.9, 0.9, 0.2, 0.2))
                .withShown(false);
        assertThat(AREA.outside(new Scene("scene", "Scene", List.of(hidden)))).isEmpty();
    }
}
