package liveroom.app.window.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import liveroom.app.window.FakeShow;
import liveroom.app.window.scene.HandsOnModel.Adding;
import liveroom.app.window.scene.geometry.Arrangement;
import liveroom.app.window.scene.geometry.Point;
import liveroom.app.window.scene.geometry.Reach;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.Layer;
import liveroom.capture.show.DeskState;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class HandsOnModelTest {
    private static final Offset<Double> NEAR = within(1e-9);
    private static final Reach REACH = new Reach(0.01, 0.01);

    private final List<String> said = new ArrayList<>();
    private final DeskModel desk = new DeskModel(FakeShow.desk(), said::add);
    private final LayersModel layers = new LayersModel(desk);
    private final HandsOnModel hands = new HandsOnModel(desk, layers, () -> 0.05);

    private Box box(String id) {
        return desk.preview().layer(id).orElseThrow().placement().box();
    }

    private void dragCamera(double right, double down) {
        hands.press(new Point(0.2, 0.3), REACH, Adding.NO);
        hands.drag(new Point(0.2 + right / 2, 0.3 + down / 2), REACH, Set.of());
        hands.drag(new Point(0.2 + right, 0.3 + down), REACH, Set.of());
        hands.release();
    }

    @Test
    void drag_layer_movesItInOneStepOfHistory() {
        dragCamera(0.11, 0.03);
        assertThat(box("camera").x()).isCloseTo(0.16, NEAR);
        desk.undo();
        assertThat(box("camera")).isEqualTo(new Box(0.05, 0.2, 0.5, 0.5));
        assertThat(desk.now().canUndo()).isFalse();
    }

    @Test
    void drag_notYetReleased_showsOutlinesAndChangesNothing() {
        hands.press(new Point(0.2, 0.3), REACH, Adding.NO);
        hands.drag(new Point(0.31, 0.33), REACH, Set.of());
        assertThat(hands.outlines()
                        .get()
                        .boxes()
                        .getOrDefault("camera", Box.FULL)
                        .x())
                .isCloseTo(0.16, NEAR);
        assertThat(box("camera").x()).isEqualTo(0.05);
        hands.cancel();
        hands.release();
        assertThat(box("camera").x()).isEqualTo(0.05);
    }

    @Test
    void press_besideEverything_letsGo() {
        desk.replace(desk.preview().layer("back").orElseThrow().withLocked(true));
        layers.select(Set.of("camera"));
        hands.press(new Point(0.97, 0.97), REACH, Adding.NO);
        assertThat(layers.selected().get()).isEmpty();
    }

    @Test
    void press_adding_takesInAndOut() {
        hands.press(new Point(0.2, 0.3), REACH, Adding.NO);
        hands.release();
        hands.press(new Point(0.1, 0.8), REACH, Adding.YES);
        hands.release();
        assertThat(layers.selected().get()).containsExactlyInAnyOrder("camera", "name");
        hands.press(new Point(0.1, 0.8), REACH, Adding.YES);
        hands.release();
        assertThat(layers.selected().get()).containsExactly("camera");
    }

    @Test
    void drag_severalAndClick_movesAllAndThenTakesOne() {
        layers.select(Set.of("camera", "name"));
        hands.press(new Point(0.2, 0.3), REACH, Adding.NO);
        hands.drag(new Point(0.22, 0.3), Reach.NONE, Set.of());
        hands.release();
        assertThat(box("camera").x()).isCloseTo(0.07, NEAR);
        assertThat(box("name").x()).isCloseTo(0.07, NEAR);
        hands.press(new Point(0.3, 0.3), REACH, Adding.NO);
        hands.release();
        assertThat(layers.selected().get()).containsExactly("camera");
    }

    @Test
    void drag_handle_resizes() {
        layers.select(Set.of("camera"));
        hands.press(new Point(0.55, 0.7), REACH, Adding.NO);
        hands.drag(new Point(0.65, 0.8), Reach.NONE, Set.of());
        hands.release();
        assertThat(box("camera").x()).isCloseTo(0.05, NEAR);
        assertThat(box("camera").right()).isCloseTo(0.65, NEAR);
        assertThat(box("camera").bottom()).isCloseTo(0.8, NEAR);
    }

    @Test
    void nudge_selection_movesByPixelsOfTheProgram() {
        layers.select(Set.of("camera"));
        hands.nudge(10, -1);
        assertThat(box("camera").x()).isCloseTo(0.05 + 10.0 / 1280, NEAR);
        assertThat(box("camera").y()).isCloseTo(0.2 - 1.0 / 720, NEAR);
    }

    @Test
    void severalLayers_movedNudgedAlignedHiddenLockedOrRemoved_comeBackWithOneUndo() {
        DeskState before = desk.now();
        layers.select(Set.of("camera", "name", "headline"));
        List<Runnable> acts = List.of(
                () -> dragCamera(0.11, 0.03),
                () -> hands.nudge(10, -1),
                () -> hands.arrange(Arrangement.LEFT),
                layers::toggleSelectedShown,
                layers::toggleSelectedLocked,
                layers::removeSelected);

        for (Runnable act : acts) {
            layers.select(Set.of("camera", "name", "headline"));
            act.run();
            assertThat(desk.now().show()).isNotEqualTo(before.show());
            desk.undo();
            assertThat(desk.now().show()).isEqualTo(before.show());
            assertThat(desk.now().canUndo()).isFalse();
        }
        assertThat(said).singleElement().asString().contains("3 layers");
    }

    @Test
    void lockedLayer_isLeftWhereItIs() {
        Layer camera = desk.preview().layer("camera").orElseThrow();
        layers.select(Set.of("camera"));
        layers.toggleLocked(camera);
        hands.nudge(10, 0);
        hands.arrange(Arrangement.RIGHT);
        layers.removeSelected();
        assertThat(box("camera")).isEqualTo(new Box(0.05, 0.2, 0.5, 0.5));
    }

    @Test
    void previewChanges_selectionIsForgotten() {
        layers.select(Set.of("camera"));
        desk.perform(new liveroom.capture.show.ShowCommand.Preview("end"));
        assertThat(layers.selected().get()).isEmpty();
    }

    @Test
    void layers_addRenameDuplicateMoveRemove_eachComesBackByUndo() {
        layers.add(LayerKind.TICKER);
        Layer ticker = layers.single().orElseThrow();
        layers.rename(ticker, " News ");
        layers.duplicate(layers.single().orElseThrow());
        assertThat(names()).startsWith("News 2", "News");
        layers.move(layers.frontFirst().getFirst(), 2);
        assertThat(names().get(2)).isEqualTo("News 2");
        layers.select(Set.of(ticker.id()));
        layers.removeSelected();
        assertThat(names()).doesNotContain("News");
        assertThat(said).singleElement().asString().contains("News");
        for (int i = 0; i < 5; i++) {
            desk.undo();
        }
        assertThat(names()).containsExactly("Name", "Headline", "Camera", "Background");
    }

    private List<String> names() {
        return layers.frontFirst().stream().map(Layer::name).toList();
    }

    @Test
    void add_everyKind_isAccepted() {
        for (LayerKind kind : LayerKind.values()) {
            layers.add(kind);
            assertThat(LayerKind.of(layers.single().orElseThrow().content())).isEqualTo(kind);
        }
        assertThat(said).isEmpty();
    }
}
