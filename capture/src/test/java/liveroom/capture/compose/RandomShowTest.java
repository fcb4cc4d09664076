package liveroom.capture.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import liveroom.capture.graphics.LayerPainter;
import liveroom.capture.media.Bars;
import liveroom.capture.media.FramePool;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.media.VideoFrame;
import liveroom.capture.scene.Animation;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.ColourRole;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Look;
import liveroom.capture.scene.Paint;
import liveroom.capture.scene.Placement;
import liveroom.capture.scene.Scene;
import liveroom.capture.scene.Transition;
import org.junit.jupiter.api.Test;

/// Ten thousand pictures of a show that is changed at random: none may fail, nothing may stay lent.
/// With a fixed seed, so that what fails once fails again.
final class RandomShowTest {
    private static final int PICTURES = 10_000;
    private static final List<String> SCENES = List.of("one", "two", "three");

    private final Random random = new Random(20_250_101);
    private final FlatPainter flat = new FlatPainter();
    private final FramePool otherPool = new FramePool(new VideoFormat(160, 120).bytes(), 1);

    @Test
    void compose_randomScenesAndChanges_neverFailsAndLeaksNothing() {
        List<Runnable> waiting = new ArrayList<>();
        LayerPainter moody = (layer, kit, format, now) -> {
            if (random.nextInt(20) == 0) {
                throw new IllegalStateException("out of paint");
            }
            return flat.paint(layer, kit, format, now);
        };
        VideoFrame other = new VideoFrame(
                new VideoFormat(160, 120), 0, 0, new Bars(46, 0, 48, 0), Objects.requireNonNull(otherPool.tryLend()));
        Feeds feeds = (source, main) -> switch (source) {
            case Content.Source.MAIN -> main.retain();
            case "other" -> other.retain();
            default -> null;
        };
        try (Rehearsal rehearsal =
                new Rehearsal(moody, waiting::add, feeds, scene("one"), scene("two"), scene("three"))) {
            for (int tick = 0; tick < PICTURES; tick++) {
                change(rehearsal, tick);
                if (random.nextInt(3) == 0) {
                    List.copyOf(waiting).forEach(Runnable::run);
                    waiting.clear();
                }
                try (VideoFrame picture = rehearsal.at(tick)) {
                    assertThat(picture.format()).isEqualTo(Rehearsal.FORMAT);
                    assertThat(picture.ptsNanos()).isEqualTo(tick * Rehearsal.PERIOD_NANOS);
                }
                assertThat(rehearsal.compositor().failed()).isFalse();
            }
        }
        other.close();
        assertThat(otherPool.lent()).isZero();
    }

    private void change(Rehearsal rehearsal, int tick) {
        rehearsal.wallPasses(random.nextInt(60));
        switch (random.nextInt(12)) {
            case 0 -> rehearsal.change(scene(any(SCENES)));
            case 1 -> rehearsal.preview(any(SCENES));
            case 2 -> rehearsal.take(any(SCENES), transition(), tick);
            case 3 -> rehearsal.change(toggled(rehearsal.state().program()));
            case 4 -> rehearsal.change(moved(rehearsal.state().program()));
            case 5 -> rehearsal.kit(Rehearsal.kit(random.nextInt(0x1000000)));
            default -> {}
        }
    }

    private Scene toggled(Scene scene) {
        return scene.withLayers(scene.layers().stream()
                .map(layer -> random.nextBoolean() ? layer.withShown(!layer.shown()) : layer)
                .toList());
    }

    private Scene moved(Scene scene) {
        return scene.withLayers(scene.layers().stream()
                .map(layer -> random.nextInt(4) == 0 ? layer.withPlacement(placement()) : layer)
                .toList());
    }

    private Scene scene(String id) {
        List<Layer> layers = new ArrayList<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            layers.add(layer("layer" + i));
        }
        return new Scene(id, id, layers);
    }

    private Layer layer(String id) {
        Look.Shadow shadow = random.nextInt(3) == 0 ? Look.Shadow.SOFT : Look.Shadow.NONE;
        double border = random.nextInt(3) == 0 ? 0.01 : 0;
        Look look = new Look(
                random.nextBoolean() ? 1 : random.nextDouble(),
                random.nextBoolean() ? 0 : random.nextDouble() / 2,
                new Look.Border(border, new Paint.Role(ColourRole.ACCENT)),
                shadow,
                any(List.of(Look.Blend.values())));
        return new Layer(id, "", content(), placement(), look, animation(), animation(), random.nextInt(4) > 0, false);
    }

    private Content content() {
        return switch (random.nextInt(9)) {
            case 0 -> new Content.Source(Content.Source.MAIN, Content.Key.NONE);
            case 1 -> new Content.Source("other", Content.Key.NONE);
            case 2 -> new Content.Source("missing", Content.Key.NONE);
            case 3 -> new Content.Source(Content.Source.MAIN, Content.Key.GREEN);
            case 4 -> new Content.Ticker(List.of("a", "b"), 1 + random.nextInt(50));
            case 5 -> new Content.Clock("", "", Content.ClockStyle.HOURS_MINUTES_SECONDS);
            case 6 -> new Content.Background(paint(), paint(), 0, random.nextBoolean() ? "loop.mp4" : "");
            default -> new Content.Shape(Content.Outline.RECTANGLE, paint());
        };
    }

    private Paint paint() {
        return new Paint.Fixed(random.nextBoolean() ? random.nextInt() : random.nextInt() | 0xff000000);
    }

    private Placement placement() {
        Box box = random.nextInt(3) == 0
                ? Box.FULL
                : new Box(
                        random.nextDouble() * 2 - 0.7,
                        random.nextDouble() * 2 - 0.7,
                        Box.SMALLEST + random.nextDouble() * 1.5,
                        Box.SMALLEST + random.nextDouble() * 1.5);
        Placement.Crop crop = random.nextBoolean()
                ? Placement.Crop.NONE
                : new Placement.Crop(
                        random.nextDouble() * 0.4, 0, random.nextDouble() * 0.4, random.nextDouble() * 0.9);
        return new Placement(box, crop, any(List.of(Placement.Fit.values())), any(List.of(Placement.Flip.values())));
    }

    private Animation animation() {
        Animation.Kind kind = any(List.of(Animation.Kind.values()));
        int millis = kind == Animation.Kind.CUT ? 0 : 1 + random.nextInt(600);
        return new Animation(
                kind, millis, any(List.of(Animation.Ease.values())), any(List.of(Animation.Edge.values())));
    }

    private Transition transition() {
        Transition.Kind kind = any(List.of(Transition.Kind.values()));
        return new Transition(kind, kind == Transition.Kind.CUT ? 0 : 1 + random.nextInt(900));
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
