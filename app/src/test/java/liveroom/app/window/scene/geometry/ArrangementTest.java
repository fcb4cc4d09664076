package liveroom.app.window.scene.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.ColourRole;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Paint;
import liveroom.capture.scene.Placement;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ArrangementTest {
    private static final Offset<Double> NEAR = within(1e-9);

    @Test
    void applied_one_alignsWithThePicture() {
        Map<String, Box> one = Map.of("a", new Box(0.1, 0.1, 0.2, 0.2));
        assertThat(Arrangement.RIGHT.applied(one).getOrDefault("a", Box.FULL).right())
                .isCloseTo(1, NEAR);
        assertThat(Arrangement.MIDDLE.applied(one).getOrDefault("a", Box.FULL).y())
                .isCloseTo(0.4, NEAR);
    }

    @Test
    void applied_several_alignsThemWithEachOther() {
        Map<String, Box> two = Map.of("a", new Box(0.1, 0.1, 0.2, 0.2), "b", new Box(0.5, 0.3, 0.1, 0.1));
        Map<String, Box> result = Arrangement.LEFT.applied(two);
        assertThat(result.getOrDefault("a", Box.FULL).x()).isCloseTo(0.1, NEAR);
        assertThat(result.getOrDefault("b", Box.FULL).x()).isCloseTo(0.1, NEAR);
        assertThat(result.getOrDefault("b", Box.FULL).y()).isCloseTo(0.3, NEAR);
    }

    @Test
    void applied_spread_makesTheGapsEqual() {
        Map<String, Box> three =
                Map.of("a", new Box(0, 0, 0.1, 0.1), "b", new Box(0.15, 0, 0.2, 0.1), "c", new Box(0.9, 0, 0.1, 0.1));
        Map<String, Box> result = Arrangement.SPREAD_ACROSS.applied(three);
        assertThat(result.getOrDefault("b", Box.FULL).x()
                        - result.getOrDefault("a", Box.FULL).right())
                .isCloseTo(
                        result.getOrDefault("c", Box.FULL).x()
                                - result.getOrDefault("b", Box.FULL).right(),
                        NEAR);
        assertThat(result.getOrDefault("c", Box.FULL).right()).isCloseTo(1, NEAR);
    }

    @Test
    void suits_spreadOfTwo_not() {
        assertThat(Arrangement.SPREAD_DOWN.suits(2)).isFalse();
        assertThat(Arrangement.TOP.suits(1)).isTrue();
    }

    @Test
    void topmost_hiddenAndLockedLayers_areSeenThrough() {
        Layer below = layer("below");
        List<Layer> layers =
                List.of(below, layer("locked").withLocked(true), layer("hidden").withShown(false));
        assertThat(HitTest.topmost(layers, new Point(0.5, 0.5))).contains(below);
        assertThat(HitTest.topmost(layers, new Point(0.95, 0.5))).isEqualTo(Optional.empty());
    }

    private static Layer layer(String id) {
        return Layer.of(
                id,
                id,
                new Content.Shape(Content.Outline.RECTANGLE, new Paint.Role(ColourRole.PRIMARY)),
                Placement.of(new Box(0.1, 0.1, 0.8, 0.8)));
    }

    @Test
    void at_cornerAndEdgeTogether_takesTheCorner() {
        Box small = new Box(0.4, 0.4, 0.02, 0.02);
        assertThat(Handle.at(small, new Point(0.4, 0.4), new Reach(0.05, 0.05)).map(Handle::isCorner))
                .contains(true);
    }
}
