package liveroom.capture.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Placement;
import liveroom.capture.scene.Scene;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class LayoutsTest {
    private static final Offset<Double> EXACT = Offset.offset(1e-9);

    private static final double USUAL_SAFE_MARGIN = 0.06;

    private final Layer camera = source("camera", "main");
    private final Layer screen = source("desktop", "screen:1");
    private final Layer name = Layer.of("name", "Name", new Content.LowerThird("Ana", ""), Placement.FULL);

    @ParameterizedTest
    @EnumSource
    void apply_anEmptyScene_makesItWholeAndLeavesTheUsualMarginFree(Layout layout) {
        Scene scene = Layouts.apply(scene(), layout);

        assertThat(scene.layers()).isNotEmpty().allSatisfy(layer -> {
            Box box = layer.placement().box();
            assertThat(layer.shown()).isTrue();
            assertThat(List.of(box.x(), box.y(), 1 - box.right(), 1 - box.bottom()))
                    .allMatch(margin -> box.equals(Box.FULL) || margin > USUAL_SAFE_MARGIN - 1e-9);
        });
    }

    @ParameterizedTest
    @EnumSource
    void apply_twice_changesNothingMore(Layout layout) {
        Scene once = Layouts.apply(scene(camera, name, screen), layout);

        assertThat(Layouts.apply(once, layout)).isEqualTo(once);
    }

    @ParameterizedTest
    @EnumSource
    void apply_any_keepsEveryLayer(Layout layout) {
        Scene scene = Layouts.apply(scene(camera, name, screen, source("third", "test")), layout);

        assertThat(scene.layers()).extracting(Layer::id).contains("camera", "name", "desktop", "third");
    }

    @Test
    void apply_screenWithSpeaker_givesTheScreenTheLargePlaceWhicheverCameFirst() {
        Scene scene = Layouts.apply(scene(camera, screen), Layout.SCREEN_WITH_SPEAKER);

        Box large = box(scene, "desktop");
        Box small = box(scene, "camera");
        assertThat(large.width()).isGreaterThan(2 * small.width());
        assertThat(small.y()).isEqualTo(large.y());
        assertThat(small.height()).isEqualTo(large.height());
        assertThat(1 - small.right()).isEqualTo(large.x(), EXACT);
    }

    @Test
    void apply_sideBySide_hasEqualHalvesAndMargins() {
        Scene scene = Layouts.apply(scene(camera, screen), Layout.SIDE_BY_SIDE);

        Box left = box(scene, "camera");
        Box right = box(scene, "desktop");
        assertThat(left.width()).isEqualTo(right.width());
        assertThat(1 - right.right()).isEqualTo(left.x(), EXACT);
        assertThat(scene.layers().getFirst().content()).isInstanceOf(Content.Background.class);
    }

    @Test
    void apply_pictureInPicture_putsTheSmallOneInFrontInTheCorner() {
        Scene scene = Layouts.apply(scene(screen, camera), Layout.PICTURE_IN_PICTURE);

        assertThat(box(scene, "camera")).isEqualTo(Box.FULL);
        assertThat(scene.layers()).extracting(Layer::id).containsExactly("camera", "desktop");
        Box small = box(scene, "desktop");
        assertThat((1 - small.bottom()) * 9).isEqualTo((1 - small.right()) * 16, EXACT);
    }

    @Test
    void apply_interview_namesEachSpeakerInsideTheirPicture() {
        Scene scene = Layouts.apply(scene(camera, screen, name), Layout.INTERVIEW);

        assertThat(inside(box(scene, "name"), box(scene, "camera"))).isTrue();
        assertThat(inside(box(scene, "lower-third"), box(scene, "desktop"))).isTrue();
    }

    @Test
    void apply_solo_hidesTheOtherSource() {
        Scene scene = Layouts.apply(scene(screen, camera), Layout.SOLO);

        assertThat(box(scene, "camera")).isEqualTo(Box.FULL);
        assertThat(scene.layer("desktop").orElseThrow().shown()).isFalse();
    }

    private static boolean inside(Box inner, Box outer) {
        return inner.x() > outer.x()
                && inner.right() < outer.right()
                && inner.y() > outer.y()
                && inner.bottom() < outer.bottom();
    }

    private static Box box(Scene scene, String id) {
        return scene.layer(id).orElseThrow().placement().box();
    }

    private static Layer source(String id, String source) {
        return Layer.of(id, id, new Content.Source(source, Content.Key.NONE), Placement.FULL);
    }

    private static Scene scene(Layer... layers) {
        return new Scene("scene", "Scene", List.of(layers));
    }
}
