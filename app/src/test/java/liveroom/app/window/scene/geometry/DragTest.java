package liveroom.app.window.scene.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import liveroom.capture.scene.Box;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class DragTest {
    private static final Offset<Double> NEAR = within(1e-9);
    private static final Reach REACH = new Reach(0.01, 0.01);

    private final Box box = new Box(0.2, 0.2, 0.3, 0.2);
    private final SnapLines lines = SnapLines.of(0.05, List.of(new Box(0.7, 0.7, 0.2, 0.2)));

    private Box moved(Point to, Drag.Modifier... held) {
        Drag drag = new Drag.Move(Map.of("a", box), new Point(0.3, 0.3), lines);
        return drag.at(to, Set.of(held), REACH).boxes().getOrDefault("a", Box.FULL);
    }

    private Box resized(Handle handle, Point to, Drag.Modifier... held) {
        Drag drag = new Drag.Resize(Map.of("a", box), handle, lines);
        return drag.at(to, Set.of(held), REACH).boxes().getOrDefault("a", Box.FULL);
    }

    @Test
    void move_farFromEveryLine_followsTheMouse() {
        assertThat(moved(new Point(0.41, 0.42)).x()).isCloseTo(0.31, NEAR);
        assertThat(moved(new Point(0.41, 0.42)).y()).isCloseTo(0.32, NEAR);
    }

    @Test
    void move_nearTheSafeArea_snapsAndShowsTheGuide() {
        Drag drag = new Drag.Move(Map.of("a", box), new Point(0.3, 0.3), lines);
        Drag.Result result = drag.at(new Point(0.156, 0.3), Set.of(), REACH);
        assertThat(result.boxes().getOrDefault("a", Box.FULL).x()).isCloseTo(0.05, NEAR);
        assertThat(result.guides()).contains(new Guide(Guide.Axis.STANDING, 0.05));
    }

    @Test
    void move_nearTheMiddleAndAnotherLayer_snapsToBoth() {
        Box result = moved(new Point(0.446, 0.803));
        assertThat(result.x() + result.width() / 2).isCloseTo(0.5, NEAR);
        assertThat(result.y()).isCloseTo(0.7, NEAR);
    }

    @Test
    void move_notToSnap_goesWhereTheMouseGoes() {
        assertThat(moved(new Point(0.156, 0.3), Drag.Modifier.DO_NOT_SNAP).x()).isCloseTo(0.056, NEAR);
    }

    @Test
    void move_straight_keepsToTheLongerWay() {
        assertThat(moved(new Point(0.42, 0.33), Drag.Modifier.KEEP_SHAPE).y()).isCloseTo(0.2, NEAR);
    }

    @Test
    void resize_atTheLowerRight_leavesTheUpperLeft() {
        Box result = resized(Handle.BOTTOM_RIGHT, new Point(0.61, 0.47));
        assertThat(result.x()).isCloseTo(0.2, NEAR);
        assertThat(result.right()).isCloseTo(0.61, NEAR);
        assertThat(result.bottom()).isCloseTo(0.47, NEAR);
    }

    @Test
    void resize_keepingShape_keepsIt() {
        Box result = resized(Handle.TOP_LEFT, new Point(0.1, 0.19), Drag.Modifier.KEEP_SHAPE);
        assertThat(result.width() / result.height()).isCloseTo(1.5, NEAR);
        assertThat(result.right()).isCloseTo(0.5, NEAR);
        assertThat(result.bottom()).isCloseTo(0.4, NEAR);
    }

    @Test
    void resize_beyondTheOtherEdge_staysAsSmallAsABoxMayBe() {
        Box result = resized(Handle.RIGHT, new Point(-0.4, 0.3), Drag.Modifier.DO_NOT_SNAP);
        assertThat(result.width()).isCloseTo(Box.SMALLEST, NEAR);
        assertThat(result.x()).isCloseTo(0.2, NEAR);
    }

    @Test
    void resize_several_scalesThemTogether() {
        Map<String, Box> two = Map.of("a", new Box(0.1, 0.1, 0.2, 0.2), "b", new Box(0.3, 0.3, 0.2, 0.2));
        Map<String, Box> result = new Drag.Resize(two, Handle.BOTTOM_RIGHT, SnapLines.NONE)
                .at(new Point(0.9, 0.9), Set.of(), Reach.NONE)
                .boxes();
        assertThat(result.getOrDefault("a", Box.FULL).width()).isCloseTo(0.4, NEAR);
        assertThat(result.getOrDefault("b", Box.FULL).x()).isCloseTo(0.5, NEAR);
        assertThat(result.getOrDefault("b", Box.FULL).right()).isCloseTo(0.9, NEAR);
    }
}
