package liveroom.capture.source;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import liveroom.capture.media.FrameBuffer;
import liveroom.capture.media.FramePool;
import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.media.VideoFrame;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Offers a slate at a low steady rate for as long as the picture is missing, from the thread `slate`. Each slate is
/// painted once.
final class SlateShow {
    private static final Logger log = LoggerFactory.getLogger(SlateShow.class);
    private static final long PERIOD_MILLIS = 200;

    private final VideoFormat format;
    private final StudioClock clock;
    private final Slot<VideoFrame> slot;
    private final SlateText text;
    private final FramePool pool;
    private final MemorySegment canvas;
    private final Semaphore stopped = new Semaphore(0);
    private final Thread thread;
    private @Nullable String paintedWords;
    private @Nullable FrameBuffer painted;

    SlateShow(VideoFormat format, StudioClock clock, Slot<VideoFrame> slot, SlateText text) {
        this.format = format;
        this.clock = clock;
        this.slot = slot;
        this.text = text;
        this.pool = new FramePool(format.bytes(), 6);
        this.canvas = Arena.ofAuto().allocate(format.bytes(), 64);
        this.thread = Thread.ofPlatform().daemon().name("slate").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    void stop(Duration patience) {
        stopped.release();
        try {
            if (!thread.join(patience)) {
                log.warn("the slate is still being painted");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            do {
                showIfNeeded();
            } while (!stopped.tryAcquire(PERIOD_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            discard();
        }
    }

    private void showIfNeeded() {
        try {
            Slot.Slate slate = slot.slate(clock.nanos());
            if (slate == null) {
                discard();
                return;
            }
            String words = slate.status() == null ? "" : text.words(slate.spec(), slate.status());
            if (!words.equals(paintedWords) || painted == null) {
                paint(words);
            }
            if (painted != null) {
                slot.offerSlate(new VideoFrame(format, clock.nanos(), painted));
            }
        } catch (RuntimeException | LinkageError e) {
            log.warn("no slate", e);
        }
    }

    /// Painting may take a second when fonts are looked for; no buffer is lent meanwhile.
    private void paint(String words) {
        SlatePainter.paint(format, words, canvas);
        if (stopped.availablePermits() > 0) {
            return;
        }
        FrameBuffer buffer = pool.tryLend();
        if (buffer != null) {
            discard();
            MemorySegment.copy(canvas, 0, buffer.memory(), 0, format.bytes());
            painted = buffer;
            paintedWords = words;
        }
    }

    private void discard() {
        if (painted != null) {
            painted.release();
            painted = null;
            paintedWords = null;
        }
    }
}
