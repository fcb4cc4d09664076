package liveroom.capture.compose;

import static liveroom.capture.compose.Rehearsal.camera;
import static liveroom.capture.compose.Rehearsal.pixels;
import static liveroom.capture.compose.Rehearsal.scene;
import static liveroom.capture.compose.Rehearsal.shape;

import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Locale;
import liveroom.capture.media.VideoFrame;
import liveroom.capture.scene.Animation;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Look;
import liveroom.capture.scene.Paint;
import liveroom.capture.scene.Placement;
import liveroom.capture.scene.Scene;
import liveroom.capture.scene.Transition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Each transition and each animation in the middle, and each thing that is done to a moving picture.
final class GoldenPicturesTest {
    private static final Layer THIRD =
            Layer.of("third", "", new Content.LowerThird("Mara", "Ceramics"), Placement.of(pixels(20, 130, 140, 34)));

    private final FlatPainter painter = new FlatPainter();

    /// A dark figure before a bright wall, with a green cloth on the right.
    private static void film(VideoFrame frame) {
        for (int y = 0; y < 180; y++) {
            for (int x = 0; x < 320; x++) {
                boolean figure = Math.hypot((x - 130) / 45.0, (y - 120) / 80.0) < 1;
                int luma = figure ? 60 + y / 6 : x < 220 ? 130 + x / 4 : 98;
                frame.pixels().set(ValueLayout.JAVA_BYTE, (long) y * 320 + x, (byte) luma);
                long chroma = 320L * 180 + (long) (y / 2) * 160 + x / 2;
                boolean cloth = x >= 220 && !figure;
                frame.pixels().set(ValueLayout.JAVA_BYTE, chroma, (byte) (figure ? 112 : cloth ? 93 : 124));
                frame.pixels().set(ValueLayout.JAVA_BYTE, chroma + 160 * 90, (byte) (figure ? 150 : cloth ? 62 : 134));
            }
        }
    }

    private static Scene first() {
        return scene("one", camera(), THIRD);
    }

    private static Scene second() {
        Layer background = Layer.of(
                "background",
                "",
                new Content.Shape(Content.Outline.RECTANGLE, new Paint.Fixed(0xff1b3a57)),
                Placement.FULL);
        Layer inset = Rehearsal.source(Content.Source.MAIN, new Box(0.5, 0.2, 0.4, 0.5));
        return scene("two", background, inset.withLook(inset.look().withCornerRadius(0.08)));
    }

    @ParameterizedTest
    @CsvSource({"FADE, 50", "STINGER, 20", "STINGER, 32", "STINGER, 50", "STINGER, 75"})
    void transition_onItsWay_looksAsItShould(Transition.Kind kind, int percent) {
        try (Rehearsal rehearsal = new Rehearsal(painter, first(), second())) {
            film(rehearsal.source());
            rehearsal.preview("two");
            rehearsal.settled(0).close();
            rehearsal.take("two", new Transition(kind, 10_000), 10);
            rehearsal.settled(10).close();
            try (VideoFrame picture = rehearsal.settled(10 + 3 * percent)) {
                Golden.assertLooksLike("transition-" + kind.name().toLowerCase(Locale.ROOT) + "-" + percent, picture);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Animation.Kind.class,
            names = {"FADE", "SLIDE", "SCALE"})
    void animation_inItsMiddle_looksAsItShould(Animation.Kind kind) {
        Animation slow = new Animation(kind, 1_000, Animation.Ease.LINEAR, Animation.Edge.LEFT);
        Layer third = THIRD.withAnimations(slow, slow);
        Layer inset = Rehearsal.source(Content.Source.MAIN, new Box(0.6, 0.1, 0.35, 0.35))
                .withId("inset");
        Layer framed = inset.withLook(inset.look().withCornerRadius(0.06)).withAnimations(slow, slow);
        try (Rehearsal rehearsal =
                new Rehearsal(painter, scene("one", camera(), third.withShown(false), framed.withShown(false)))) {
            film(rehearsal.source());
            rehearsal.at(0).close();
            rehearsal.change(scene("one", camera(), third, framed));
            rehearsal.at(1).close();
            rehearsal.at(1).close();
            try (VideoFrame picture = rehearsal.at(16)) {
                Golden.assertLooksLike("animation-" + kind.name().toLowerCase(Locale.ROOT), picture);
            }
        }
    }

    @Test
    void movingPicture_keyed_showsWhatIsBehindTheColour() {
        Content keyed = new Content.Source(Content.Source.MAIN, Content.Key.GREEN);
        looksLike("source-keyed", shape("wall", 0xff4060a0, 0, 0, 320, 180), camera().withContent(keyed));
    }

    @Test
    void movingPicture_mirroredAndUpsideDown_isTurned() {
        Placement turned = new Placement(Box.FULL, Placement.Crop.NONE, Placement.Fit.COVER, Placement.Flip.BOTH);
        looksLike("source-flipped", camera().withPlacement(turned));
    }

    @ParameterizedTest
    @EnumSource(Placement.Fit.class)
    void movingPicture_inABoxOfAnotherShape_isFitted(Placement.Fit fit) {
        Placement.Crop crop = new Placement.Crop(0.1, 0, 0.3, 0);
        Placement tall = new Placement(pixels(40, 20, 100, 140), crop, fit, Placement.Flip.NONE);
        looksLike("source-" + fit.name().toLowerCase(Locale.ROOT), camera().withPlacement(tall));
    }

    @ParameterizedTest
    @EnumSource(
            value = Look.Blend.class,
            names = {"MULTIPLY", "SCREEN"})
    void graphic_blended_meetsWhatIsBehind(Look.Blend blend) {
        List<Integer> colours = List.of(0xff808080, 0xffffffff, 0xff000000, 0xffd02020, 0x80808080);
        Layer[] layers = new Layer[colours.size() + 1];
        layers[0] = camera();
        for (int i = 0; i < colours.size(); i++) {
            Layer patch = shape("patch" + i, colours.get(i), 10 + 60 * i, 40, 50, 100);
            layers[i + 1] = patch.withLook(patch.look().withBlend(blend));
        }
        looksLike("blend-" + blend.name().toLowerCase(Locale.ROOT), layers);
    }

    private void looksLike(String name, Layer... layers) {
        try (Rehearsal rehearsal = new Rehearsal(painter, scene("one", layers))) {
            film(rehearsal.source());
            try (VideoFrame picture = rehearsal.settled(0)) {
                Golden.assertLooksLike(name, picture);
            }
        }
    }
}
