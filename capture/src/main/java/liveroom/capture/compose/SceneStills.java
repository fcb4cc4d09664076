package liveroom.capture.compose;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.media.FrameBuffer;
import liveroom.capture.media.FramePool;
import liveroom.capture.media.LatestFrame;
import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFrame;
import liveroom.capture.program.Compositor;
import liveroom.capture.scene.ColourRole;
import liveroom.capture.scene.Scene;
import org.jspecify.annotations.Nullable;

/// One picture of any scene, as it would stand on air, composed on the thread of whoever asks, one at a time. In the
/// place of a source without a picture stands a plate with the layer's name, as the feeds have words for it.
///
/// Free-threaded.
public final class SceneStills implements AutoCloseable {
    /// A picture that has been asked for may still be looked at while the next one is made.
    private static final int POOL_PICTURES = 4;
    private static final long LOOK_MILLIS = 20;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long MAIN_PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final Supplier<BrandKit> brand;
    private final LayerItem.Studio studio;
    private final StudioClock clock;
    private final FramePool pool;
    private final Canvas canvas;
    private final Moment moment = new Moment(1);
    private final LatestFrame main = new LatestFrame();
    private volatile boolean wanted;

    public SceneStills(Supplier<BrandKit> brand, Paintings paintings, Feeds feeds, StudioClock clock) {
        this.brand = brand;
        this.studio = new LayerItem.Studio(paintings, feeds);
        this.clock = clock;
        this.pool = new FramePool(paintings.format().bytes(), POOL_PICTURES);
        this.canvas = new Canvas(paintings.format());
    }

    /// The program's compositor, which shows the main source while a still is being made.
    public Compositor beside(Compositor program) {
        return (source, ptsNanos) -> {
            if (wanted) {
                main.offer(source);
            }
            return program.compose(source, ptsNanos);
        };
    }

    /// Composes a scene. Waits until its graphics are painted, two seconds at most; what is not there by then is left
    /// out.
    ///
    /// @return a picture that the caller closes, or `null` if there is no memory for one now
    public synchronized @Nullable VideoFrame picture(Scene scene) throws InterruptedException {
        BrandKit kit = brand.get();
        SceneDrawing drawing = new SceneDrawing(scene, kit, studio);
        letGo();
        wanted = true;
        try (VideoFrame source = mainSource()) {
            moment.set(clock.nanos(), studio.paintings().wallMillis(), source);
            awaitGraphics(drawing);
            return composed(drawing, source, kit);
        } finally {
            wanted = false;
            letGo();
            moment.passed();
            drawing.close();
        }
    }

    private void awaitGraphics(SceneDrawing drawing) throws InterruptedException {
        long begun = clock.nanos();
        drawing.prepare(moment);
        while (!drawing.isReady() && clock.nanos() - begun < PATIENCE_NANOS) {
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private @Nullable VideoFrame composed(SceneDrawing drawing, VideoFrame source, BrandKit kit) {
        FrameBuffer buffer = pool.tryLend();
        if (buffer == null) {
            return null;
        }
        try {
            drawing.arrange(moment);
            var _ = canvas.aim(buffer.memory());
            int behind = Objects.requireNonNullElse(kit.colours().get(ColourRole.BACKGROUND), 0);
            drawing.draw(canvas, moment, Bt709.Yuv.of(behind));
            return new VideoFrame(source.format(), moment.ptsNanos(), source.capturedNanos(), buffer);
        } catch (RuntimeException | Error e) {
            buffer.release();
            throw e;
        } finally {
            drawing.finish();
        }
    }

    /// The newest picture of the main source, or a black one where the program stands.
    private VideoFrame mainSource() throws InterruptedException {
        long begun = clock.nanos();
        VideoFrame newest = main.poll();
        while (newest == null && clock.nanos() - begun < MAIN_PATIENCE_NANOS) {
            Thread.sleep(LOOK_MILLIS);
            newest = main.poll();
        }
        return newest == null ? ScenePreview.black(studio.format(), clock.nanos()) : newest;
    }

    /// A picture of the main source that nobody looks at would be missing elsewhere.
    private void letGo() {
        VideoFrame left = main.poll();
        if (left != null) {
            left.close();
        }
    }

    @Override
    public synchronized void close() {
        main.close();
    }
}
