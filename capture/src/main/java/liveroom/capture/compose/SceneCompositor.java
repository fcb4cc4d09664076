package liveroom.capture.compose;

import java.util.function.Supplier;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.media.FrameBuffer;
import liveroom.capture.media.FramePool;
import liveroom.capture.media.VideoFrame;
import liveroom.capture.program.Compositor;
import liveroom.capture.show.DeskState;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Dresses the program's picture: composes the scene on air, layer by layer, and leads from scene
/// to scene.
///
/// A scene that is nothing but the whole main source passes it on, without copying a pixel. Nothing
/// here waits: graphics that are not painted yet are left out, or shown as they were before, until
/// they are. Once a scene stands, composing a picture allocates nothing.
///
/// Should composing fail, the former picture is shown once more: a picture that is not dressed
/// never goes on air unasked. Confined to the `program` thread; [#close()] once that has ended.
public final class SceneCompositor implements Compositor, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SceneCompositor.class);
    /// As many as the sources' pools lend.
    private static final int POOL_PICTURES = 24;

    private final Supplier<DeskState> desk;
    private final Supplier<BrandKit> brand;
    private final Paintings paintings;
    private final FramePool pool;
    private final Canvas canvas;
    private final Moment moment;
    private final Stage stage;
    private @Nullable VideoFrame last;
    private boolean failed;

    /// @param desk the show as it is now; asked once for each picture, must not wait
    /// @param brand its kit likewise; each kit the same object for as long as it lasts
    public SceneCompositor(
            Supplier<DeskState> desk, Supplier<BrandKit> brand, Paintings paintings, Feeds feeds, int fps) {
        this.desk = desk;
        this.brand = brand;
        this.paintings = paintings;
        this.pool = new FramePool(paintings.format().bytes(), POOL_PICTURES);
        this.canvas = new Canvas(paintings.format());
        this.moment = new Moment(fps);
        this.stage = new Stage(new LayerItem.Studio(paintings, feeds));
    }

    @Override
    @SuppressWarnings("CatchingUnchecked") // whatever a scene may bring, the picture goes on
    public VideoFrame compose(VideoFrame source, long ptsNanos) {
        moment.set(ptsNanos, paintings.wallMillis(), source);
        try {
            stage.follow(desk.get(), brand.get());
            return dressed(source);
        } catch (RuntimeException | Error e) {
            if (!failed) {
                failed = true;
                log.error("A picture could not be composed; the one before is shown", e);
            }
            return again(source);
        } finally {
            stage.finish();
            moment.passed();
        }
    }

    private VideoFrame dressed(VideoFrame source) {
        stage.arrange(moment);
        VideoFrame untouched = stage.untouched();
        if (untouched != null) {
            forget();
            return untouched.retain().at(moment.ptsNanos());
        }
        FrameBuffer buffer = pool.tryLend();
        if (buffer == null) {
            return again(source);
        }
        VideoFrame picture = buffer.picture(source.format(), moment.ptsNanos(), source.capturedNanos());
        boolean whole = false;
        try {
            var _ = canvas.aim(buffer.memory());
            stage.draw(canvas, moment);
            whole = true;
            forget();
            last = picture.retain();
            return picture;
        } finally {
            if (!whole) {
                picture.close();
            }
        }
    }

    private void forget() {
        VideoFrame old = last;
        last = null;
        if (old != null) {
            old.close();
        }
    }

    private VideoFrame again(VideoFrame source) {
        VideoFrame before = last;
        return (before == null ? source : before).retain().at(moment.ptsNanos());
    }

    /// Buffers that are lent at this moment.
    int lent() {
        return pool.lent();
    }

    /// Whether a picture could not be composed since it began.
    boolean failed() {
        return failed;
    }

    /// Gives back all that it holds.
    @Override
    public void close() {
        stage.close();
        forget();
    }
}
