package liveroom.app.window.preview;

import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import liveroom.capture.media.FrameSink;
import liveroom.capture.media.LatestFrame;
import liveroom.capture.media.VideoFrame;
import liveroom.capture.program.PictureScaler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the program's picture to the size it is shown, on the thread `preview`, and lays it ready for the next pulse
/// of the window. The program only ever puts a frame in a mailbox: a slow window costs it nothing.
///
/// Four pictures go round: one being written, one ready, one shown, and one that JavaFX may still be drawing.
public final class PreviewFeed implements FrameSink<VideoFrame>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PreviewFeed.class);
    /// A little less than two pictures of a 30 fps program, so that every second one is shown, evenly.
    private static final long INTERVAL_NANOS = 60_000_000;

    private static final Duration CLOSING = Duration.ofSeconds(1);
    private static final int MIN_SIZE = 16;
    private static final int MAX_SIZE = 4096;

    private final LatestFrame mailbox = new LatestFrame();
    private final AtomicReference<@Nullable PreviewPicture> ready = new AtomicReference<>();
    private final ConcurrentLinkedQueue<PreviewPicture> spare = new ConcurrentLinkedQueue<>();
    private final Thread thread = Thread.ofPlatform().name("preview").daemon().unstarted(this::run);

    private volatile Wanted wanted = new Wanted(0, 0);
    private volatile Display display = Display.SHOWN;
    private volatile boolean closed;
    private final LongAdder convertedPictures = new LongAdder();
    private volatile long convertNanos;

    public void start() {
        thread.start();
    }

    /// Takes a frame of the program. Called on the `program` thread; never blocks.
    @Override
    public boolean offer(VideoFrame frame) {
        if (display == Display.HIDDEN) {
            return true;
        }
        boolean taken = mailbox.offer(frame);
        LockSupport.unpark(thread);
        return taken;
    }

    /// The size in pixels that the picture is shown at from now on.
    public void resize(int width, int height) {
        wanted = new Wanted(Math.clamp(width, 0, MAX_SIZE), Math.clamp(height, 0, MAX_SIZE));
    }

    /// Stops the work while nobody can see it.
    public void display(Display newDisplay) {
        display = newDisplay;
    }

    /// The newest picture, or `null` if none came since the last call. JavaFX thread; give it back when it is no longer
    /// drawn.
    @Nullable
    PreviewPicture takeNewest() {
        return ready.getAndSet(null);
    }

    void giveBack(PreviewPicture picture) {
        spare.add(picture);
    }

    /// Pictures brought to size since the window opened.
    public long convertedPictures() {
        return convertedPictures.sum();
    }

    /// Time spent on the last one.
    public long convertNanos() {
        return convertNanos;
    }

    /// Waits for the picture in hand, but not for ever: the window closes on the JavaFX thread.
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            if (!thread.join(CLOSING)) {
                LOG.warn("The preview does not end");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        mailbox.close();
    }

    private void run() {
        try (PictureScaler scaler = new PictureScaler()) {
            convertUntilClosed(scaler);
        }
    }

    private void convertUntilClosed(PictureScaler scaler) {
        long due = System.nanoTime();
        while (!closed) {
            long wait = due - System.nanoTime();
            if (wait > 0) {
                LockSupport.parkNanos(this, wait);
                continue;
            }
            VideoFrame frame = mailbox.poll();
            if (frame == null) {
                LockSupport.park(this);
                continue;
            }
            due = System.nanoTime() + INTERVAL_NANOS;
            try (frame) {
                convert(scaler, frame);
            } catch (RuntimeException e) {
                LOG.error("The preview could not draw a picture", e);
            }
        }
    }

    private void convert(PictureScaler scaler, VideoFrame frame) {
        Wanted size = wanted;
        if (size.width < MIN_SIZE || size.height < MIN_SIZE) {
            return;
        }
        long begun = System.nanoTime();
        PreviewPicture picture = spare(size);
        scaler.scale(frame.format(), frame.pixels(), picture.memory(), size.width, size.height);
        PreviewPicture unseen = ready.getAndSet(picture);
        if (unseen != null) {
            spare.add(unseen);
        }
        convertNanos = System.nanoTime() - begun;
        convertedPictures.increment();
    }

    private PreviewPicture spare(Wanted size) {
        PreviewPicture picture = spare.poll();
        while (picture != null && (picture.width() != size.width || picture.height() != size.height)) {
            picture = spare.poll();
        }
        return picture == null ? new PreviewPicture(size.width, size.height) : picture;
    }

    /// Whether the picture can be seen at this moment.
    public enum Display {
        SHOWN,
        HIDDEN
    }

    private record Wanted(int width, int height) {}
}
