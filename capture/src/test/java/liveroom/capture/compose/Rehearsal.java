package liveroom.capture.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.graphics.LayerPainter;
import liveroom.capture.media.FramePool;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.media.VideoFrame;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.ColourRole;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Paint;
import liveroom.capture.scene.Placement;
import liveroom.capture.scene.Scene;
import liveroom.capture.scene.Show;
import liveroom.capture.scene.Transition;
import liveroom.capture.show.DeskState;

/// A compositor with a show, a kit, a source and a painter that paints at once, unless told otherwise.
final class Rehearsal implements AutoCloseable {
    static final VideoFormat FORMAT = new VideoFormat(320, 180);
    static final int FPS = 30;
    static final long PERIOD_NANOS = 1_000_000_000L / FPS;
    static final int GREY = 110;

    private final FramePool pool = new FramePool(FORMAT.bytes(), 2);
    private final VideoFrame source = new VideoFrame(FORMAT, 0, Objects.requireNonNull(pool.tryLend()));
    private final Paintings paintings;
    private final SceneCompositor compositor;
    private DeskState state;
    private BrandKit kit = kit(0xc8102e);
    private long wallMillis = 1_700_000_000_000L;

    Rehearsal(LayerPainter painter, Scene... scenes) {
        this(painter, Runnable::run, Feeds.MAIN_ONLY, scenes);
    }

    Rehearsal(LayerPainter painter, Executor executor, Feeds feeds, Scene... scenes) {
        state = showing(scenes);
        paintings = new Paintings(painter, FORMAT, executor, wall());
        compositor = new SceneCompositor(() -> state, () -> kit, paintings, feeds, FPS);
        paint(source, GREY, 128, 128);
    }

    /// A desk with the first of these scenes on air.
    static DeskState showing(Scene... scenes) {
        Show show = new Show("show", "kit", List.of(scenes), List.of());
        String first = scenes[0].id();
        DeskState.Change cut = new DeskState.Change(first, Transition.CUT, 0);
        return new DeskState(0, show, first, first, cut, 0, false, false);
    }

    private InstantSource wall() {
        return new InstantSource() {
            @Override
            public Instant instant() {
                return Instant.ofEpochMilli(wallMillis);
            }

            @Override
            public long millis() {
                return wallMillis;
            }
        };
    }

    static BrandKit kit(int primary) {
        Map<ColourRole, Integer> colours = new EnumMap<>(ColourRole.class);
        for (ColourRole role : ColourRole.values()) {
            colours.put(role, 0x808080);
        }
        colours.put(ColourRole.PRIMARY, primary);
        colours.put(ColourRole.ACCENT, 0xf5b400);
        colours.put(ColourRole.BACKGROUND, 0x101820);
        return new BrandKit(
                "kit",
                1,
                colours,
                Map.of(),
                new BrandKit.Logo("logo.svg", ""),
                BrandKit.Corners.SOFT,
                BrandKit.Motion.NORMAL,
                0.05,
                Map.of(),
                Path.of("."));
    }

    static Layer camera() {
        return source(Content.Source.MAIN, Box.FULL);
    }

    static Layer source(String source, Box box) {
        String id = source.equals(Content.Source.MAIN) ? "camera" : "other";
        return Layer.of(id, "", new Content.Source(source, Content.Key.NONE), Placement.of(box));
    }

    /// A shape at a place in pixels.
    static Layer shape(String id, int argb, int x, int y, int width, int height) {
        return Layer.of(
                id,
                "",
                new Content.Shape(Content.Outline.RECTANGLE, new Paint.Fixed(argb)),
                Placement.of(pixels(x, y, width, height)));
    }

    static Box pixels(int x, int y, int width, int height) {
        return new Box(
                (double) x / FORMAT.width(),
                (double) y / FORMAT.height(),
                (double) width / FORMAT.width(),
                (double) height / FORMAT.height());
    }

    static Scene scene(String id, Layer... layers) {
        return new Scene(id, id, List.of(layers));
    }

    static void paint(VideoFrame frame, int luma, int blue, int red) {
        VideoFormat format = frame.format();
        frame.pixels().asSlice(0, format.lumaBytes()).fill((byte) luma);
        frame.pixels().asSlice(format.lumaBytes(), format.chromaBytes()).fill((byte) blue);
        frame.pixels()
                .asSlice((long) format.lumaBytes() + format.chromaBytes(), format.chromaBytes())
                .fill((byte) red);
    }

    VideoFrame source() {
        return source;
    }

    Paintings paintings() {
        return paintings;
    }

    void kit(BrandKit newKit) {
        kit = newKit;
    }

    /// The picture at the time of a tick; the caller closes it.
    VideoFrame at(int tick) {
        return compositor.compose(source, tick * PERIOD_NANOS);
    }

    /// The picture after graphics that were missing have been asked for and painted.
    VideoFrame settled(int tick) {
        at(tick).close();
        return at(tick);
    }

    void wallPasses(long millis) {
        wallMillis += millis;
    }

    /// Replaces the scene of the same identifier.
    void change(Scene scene) {
        List<Scene> scenes = state.show().scenes().stream()
                .map(known -> known.id().equals(scene.id()) ? scene : known)
                .toList();
        state = new DeskState(
                state.revision() + 1,
                state.show().withScenes(scenes),
                state.programId(),
                state.previewId(),
                state.change(),
                0,
                false,
                false);
    }

    void preview(String id) {
        state = new DeskState(
                state.revision() + 1, state.show(), state.programId(), id, state.change(), 0, false, false);
    }

    /// Puts a scene on air at a tick.
    void take(String id, Transition transition, int tick) {
        DeskState.Change change = new DeskState.Change(state.programId(), transition, tick * PERIOD_NANOS);
        state = new DeskState(state.revision() + 1, state.show(), id, state.programId(), change, 0, false, false);
    }

    DeskState state() {
        return state;
    }

    SceneCompositor compositor() {
        return compositor;
    }

    static int luma(VideoFrame frame, int x, int y) {
        return frame.pixels()
                        .get(ValueLayout.JAVA_BYTE, (long) y * frame.format().width() + x)
                & 0xff;
    }

    /// The chroma sample that the pixel belongs to.
    static int blue(VideoFrame frame, int x, int y) {
        long at = frame.format().lumaBytes() + (long) (y / 2) * (frame.format().width() / 2) + x / 2;
        return frame.pixels().get(ValueLayout.JAVA_BYTE, at) & 0xff;
    }

    static int red(VideoFrame frame, int x, int y) {
        long plane = (long) frame.format().lumaBytes() + frame.format().chromaBytes();
        long at = plane + (long) (y / 2) * (frame.format().width() / 2) + x / 2;
        return frame.pixels().get(ValueLayout.JAVA_BYTE, at) & 0xff;
    }

    /// Fails if a picture is lent, or a painting held, that nobody will give back.
    @Override
    public void close() {
        compositor.close();
        source.close();
        assertThat(compositor.lent()).as("composed pictures lent").isZero();
        assertThat(pool.lent()).as("pictures of the source lent").isZero();
        assertThat(paintings.size()).as("paintings held").isZero();
    }
}
