package liveroom.bench.compose;

import java.lang.foreign.MemorySegment;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import liveroom.capture.compose.Feeds;
import liveroom.capture.compose.Paintings;
import liveroom.capture.compose.SceneCompositor;
import liveroom.capture.graphics.LayerPainter;
import liveroom.capture.media.FramePool;
import liveroom.capture.media.VideoFrame;
import liveroom.capture.scene.Box;
import liveroom.capture.show.DeskState;

/// The compositor at work on the [DressedScene], picture by picture. Confined to one thread.
final class DressedShow implements AutoCloseable {
    /// What happens in it.
    enum Course {
        /// Logo and lower third come in and go out all the time, the clock turns.
        LIVELY,
        /// Both have come in and the clock has stopped: only the camera and the ticker move.
        STANDING
    }

    static final int SLIDE_PICTURES = DressedScene.SLIDE_MILLIS * DressedScene.FPS / 1_000;

    private final Course course;
    private final List<VideoFrame> camera;
    private final SceneCompositor compositor;
    private DeskState state = DressedScene.state(0, true);
    private volatile long index;

    /// @param easel which paints
    DressedShow(Course course, Executor easel) {
        this.course = course;
        List<MemorySegment> pictures = DressedScene.camera();
        FramePool pool = new FramePool(DressedScene.FORMAT.bytes(), pictures.size());
        this.camera = pictures.stream()
                .map(pixels -> {
                    var buffer = Objects.requireNonNull(pool.tryLend());
                    buffer.memory().copyFrom(pixels);
                    return new VideoFrame(DressedScene.FORMAT, 0, buffer);
                })
                .toList();
        Paintings paintings = new Paintings(DressedShow.painter(), DressedScene.FORMAT, easel, new Beat());
        this.compositor =
                new SceneCompositor(() -> state, () -> DressedScene.KIT, paintings, Feeds.MAIN_ONLY, DressedScene.FPS);
    }

    private static LayerPainter painter() {
        return (layer, kit, format, now) -> {
            Box box = layer.placement().box();
            int x = (int) Math.round(box.x() * format.width());
            int y = (int) Math.round(box.y() * format.height());
            return DressedScene.paint(layer.id(), x, y, now);
        };
    }

    /// Composes the next picture; the caller closes it.
    VideoFrame next() {
        long now = index;
        long turn = now / SLIDE_PICTURES;
        if (course == Course.LIVELY && now % SLIDE_PICTURES == 0) {
            state = DressedScene.state(turn + 1, turn % 2 == 0);
        }
        VideoFrame source = camera.get((int) (now % camera.size()));
        VideoFrame picture = compositor.compose(source, now * DressedScene.PERIOD_NANOS);
        index = now + 1;
        return picture;
    }

    @Override
    public void close() {
        compositor.close();
        camera.forEach(VideoFrame::close);
    }

    /// Time as the pictures have it, told without allocating.
    private final class Beat implements InstantSource {
        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(millis());
        }

        @Override
        public long millis() {
            long passed = course == Course.LIVELY ? index * 1_000 / DressedScene.FPS : 0;
            return DressedScene.BEGIN_MILLIS + passed;
        }
    }
}
