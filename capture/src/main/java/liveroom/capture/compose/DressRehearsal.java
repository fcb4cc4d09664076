package liveroom.capture.compose;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.graphics.Painting;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.media.VideoFrame;
import liveroom.capture.scene.Animation;
import liveroom.capture.scene.Animation.Edge;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.ColourRole;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Look;
import liveroom.capture.scene.Look.Blend;
import liveroom.capture.scene.Paint;
import liveroom.capture.scene.Placement;
import liveroom.capture.scene.Placement.Flip;
import liveroom.capture.scene.Scene;
import liveroom.capture.scene.Show;
import liveroom.capture.scene.Transition;
import liveroom.capture.show.DeskState;

/// A show that nobody sees, composed once when the studio opens: each way of drawing that scenes can ask for, often
/// enough for the virtual machine to compile it. Without it the first fade on air is interpreted, at a quarter of a
/// second a picture, and the program loses all that were due meanwhile.
///
/// Takes a second or two of the thread that runs it, the first time in a process; a further one has nothing to do. Ends
/// early, with nothing lent, once the thread is interrupted.
public final class DressRehearsal implements Runnable {
    private static final VideoFormat FORMAT = new VideoFormat(640, 360);
    private static final int FPS = 30;
    private static final long PERIOD_NANOS = 1_000_000_000L / FPS;
    private static final int ACTS = 4;
    private static final int PICTURES_OF_AN_ACT = 24;
    private static final int HALF_OF_THEM = PICTURES_OF_AN_ACT / 2;
    private static final int HALF_MILLIS = 1000 * HALF_OF_THEM / FPS;
    private static final BrandKit KIT = new BrandKit(
            "rehearsal",
            1,
            Map.of(ColourRole.PRIMARY, 0x1d4ed8, ColourRole.ACCENT, 0xf59e0b),
            Map.of(),
            new BrandKit.Logo("logo", ""),
            BrandKit.Corners.SOFT,
            BrandKit.Motion.NORMAL,
            0.05,
            Map.of(),
            Path.of(""));

    private static final AtomicBoolean HELD = new AtomicBoolean();

    private DeskState state = state(0, Transition.CUT, Scenes.all(0));

    /// The two scenes, whose graphics come and go.
    private static final class Scenes {
        static List<Scene> all(int act) {
            boolean shown = act % 4 < 2;
            return List.of(new Scene("one", "", one(shown)), new Scene("two", "", two(shown)));
        }

        private static List<Layer> one(boolean shown) {
            Animation slide = Animation.slide(Edge.LEFT);
            return List.of(
                    layer("camera", source(Content.Key.NONE), Box.FULL),
                    layer("third", text(), box(0.05, 0.6))
                            .withAnimations(slide, slide)
                            .withShown(shown),
                    layer("comment", text(), box(0.5, 0.1))
                            .withAnimations(Animation.scale(), Animation.scale())
                            .withShown(shown),
                    layer("clock", text(), box(0.05, 0.1)).withShown(shown),
                    layer("glass", text(), box(0.5, 0.5)).withLook(Look.PLAIN.withOpacity(0.7)),
                    layer("dark", text(), box(0.2, 0.3)).withLook(Look.PLAIN.withBlend(Blend.MULTIPLY)),
                    layer("light", text(), box(0.3, 0.4)).withLook(Look.PLAIN.withBlend(Blend.SCREEN)),
                    layer("ticker", new Content.Ticker(List.of(), 6), new Box(0, 0.85, 1, 0.15)));
        }

        private static List<Layer> two(boolean shown) {
            Paint paint = new Paint.Role(ColourRole.PRIMARY);
            Look card = new Look(1, 0.03, new Look.Border(0.006, paint), Look.Shadow.SOFT, Blend.NORMAL);
            Placement mirrored =
                    new Placement(box(0.1, 0.5), Placement.Crop.NONE, Placement.Fit.COVER, Flip.HORIZONTAL);
            return List.of(
                    layer("wall", new Content.Background(paint, paint, 0, ""), Box.FULL),
                    layer("card", source(Content.Key.NONE), box(0.05, 0.05)).withLook(card),
                    layer("plain", source(Content.Key.NONE), box(0.1, 0.1))
                            .withAnimations(Animation.scale(), Animation.scale())
                            .withShown(shown),
                    layer("keyed", source(Content.Key.GREEN), box(0.5, 0.5)),
                    layer("faint", source(Content.Key.NONE), box(0.5, 0.1)).withLook(Look.PLAIN.withOpacity(0.5)),
                    layer("mirror", source(Content.Key.NONE), box(0.1, 0.5)).withPlacement(mirrored),
                    layer("name", text(), box(0.3, 0.3)));
        }

        private static Layer layer(String id, Content content, Box box) {
            return Layer.of(id, id, content, Placement.of(box));
        }

        private static Box box(double x, double y) {
            return new Box(x, y, 0.4, 0.35);
        }

        private static Content source(Content.Key key) {
            return new Content.Source(Content.Source.MAIN, key);
        }

        private static Content text() {
            return new Content.Comment("", "");
        }
    }

    private static DeskState state(int act, Transition transition, List<Scene> scenes) {
        Show show = new Show("rehearsal", "rehearsal", scenes, List.of());
        String onAir = scenes.get(act % 2).id();
        String before = scenes.get((act + 1) % 2).id();
        DeskState.Change change =
                new DeskState.Change(before, transition, (long) act * PICTURES_OF_AN_ACT * PERIOD_NANOS);
        return new DeskState(act, show, onAir, before, change, 0, false, false);
    }

    @Override
    public void run() {
        if (HELD.compareAndSet(false, true)) {
            HELD.set(rehearse());
        }
    }

    /// Returns whether all of it was composed.
    boolean rehearse() {
        Paintings paintings = new Paintings(DressRehearsal::paint, FORMAT, Runnable::run, InstantSource.system());
        try (VideoFrame camera = ScenePreview.black(FORMAT, 0);
                SceneCompositor compositor =
                        new SceneCompositor(() -> state, () -> KIT, paintings, Feeds.MAIN_ONLY, FPS)) {
            for (int i = 0; i < ACTS * PICTURES_OF_AN_ACT; i++) {
                if (Thread.currentThread().isInterrupted()) {
                    return false;
                }
                if (i % HALF_OF_THEM == 0) {
                    int act = i / PICTURES_OF_AN_ACT;
                    Transition.Kind kind = act % 4 < 2 ? Transition.Kind.FADE : Transition.Kind.STINGER;
                    int half = i / HALF_OF_THEM;
                    state = state(act, new Transition(kind, HALF_MILLIS), Scenes.all(half));
                }
                compositor.compose(camera, i * PERIOD_NANOS).close();
            }
            return !compositor.failed();
        }
    }

    /// What is at its edges clear, then half transparent, then uneven, and opaque in the middle.
    private static Painting paint(Layer layer, BrandKit kit, VideoFormat format, Instant now) {
        Box box = layer.placement().box();
        boolean runs = layer.content() instanceof Content.Ticker;
        int seen = Pose.even(box.width() * format.width());
        int width = runs ? 2 * seen : seen;
        int height = Pose.even(box.height() * format.height());
        int[] argb = new int[width * height];
        if (runs || layer.content() instanceof Content.Background) {
            Arrays.fill(argb, 0xff204060);
        } else {
            for (int i = 0; i < argb.length; i++) {
                argb[i] = pixel(Math.min(i % width, width - 1 - i % width));
            }
        }
        Painting.Run run = runs ? new Painting.Run(seen, 4.0 * FPS) : Painting.Run.NONE;
        int x = Pose.even(box.x() * format.width());
        int y = Pose.even(box.y() * format.height());
        return new Painting(x, y, width, height, argb, run, Instant.MAX, "");
    }

    private static int pixel(int fromEdge) {
        int alpha = fromEdge < 8 ? 0 : fromEdge < 40 ? 0x80 : fromEdge < 80 ? 0x80 + fromEdge : 0xff;
        return (alpha << 24) | ((alpha / 2) << 16) | ((alpha / 3) << 8) | alpha;
    }
}
