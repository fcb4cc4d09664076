package liveroom.capture.source;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import liveroom.capture.CaptureException;
import liveroom.capture.CaptureException.Code;
import liveroom.capture.media.LargerShare;
import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFormat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads one device or file on a platform thread of its own, named after what it is. Opens, reads, and when that
/// fails says so, waits and opens again, until nobody wants its frames any more.
final class Feed {
    private static final Logger log = LoggerFactory.getLogger(Feed.class);
    private static final long CLOSE_MILLIS = 1_700;
    /// Pictures that the program, its preview and its encoders may hold at a time.
    private static final int LENT_ONWARD = 12;
    /// So long may the machine stand still without a picture of a film being late.
    private static final long PROGRAM_LEAD_NANOS = TimeUnit.MILLISECONDS.toNanos(150);

    /// Which sides of a source are wanted.
    enum Sides {
        VIDEO,
        AUDIO,
        BOTH
    }

    /// What all feeds of a deck share.
    ///
    /// @param pictureLeadNanos see [Outputs]
    record Setting(
            PictureShape shape,
            int fps,
            StudioClock clock,
            Reader.Opener opener,
            Backoff backoff,
            long pictureLeadNanos) {
        /// For the program: with bars around pictures of another shape, and pictures of films ahead of their time.
        Setting(VideoFormat format, int fps, StudioClock clock, Reader.Opener opener, Backoff backoff) {
            this(new PictureShape.Barred(format), fps, clock, opener, backoff, PROGRAM_LEAD_NANOS);
        }

        VideoFormat format() {
            return shape.format();
        }
    }

    private final SourceSpec spec;
    private final Setting setting;
    private final Outputs outputs;
    private final AtomicInteger unreleased;
    private final Semaphore wake = new Semaphore(0);
    private final Thread thread;
    private volatile boolean stopping;

    Feed(SourceSpec spec, Sides sides, Setting setting) {
        this.spec = spec;
        this.setting = setting;
        boolean file = !isDevice();
        this.outputs = new Outputs(
                setting.shape(),
                setting.fps(),
                setting.clock(),
                sides == Sides.AUDIO ? null : new VideoOutlet(this, setting.clock()),
                sides == Sides.VIDEO ? null : new AudioOutlet(this, setting.clock()),
                Outputs.picturePool(setting.format(), (file ? MediaFileReader.MAX_PICTURES : 0) + LENT_ONWARD),
                Outputs.blockPool(file ? MediaFileReader.MAX_BLOCKS + 64 : 64),
                setting.pictureLeadNanos());
        this.unreleased = new AtomicInteger(sides == Sides.BOTH ? 2 : 1);
        this.thread = LargerShare.threads(spec.kind()).newThread(this::run);
    }

    /// Whether frames must never cease. In a file, picture or sound may end before the other.
    boolean isDevice() {
        return !(spec instanceof SourceSpec.MediaFile);
    }

    @Nullable
    VideoOutlet video() {
        return outputs.video();
    }

    @Nullable
    AudioOutlet audio() {
        return outputs.audio();
    }

    /// Called once for each side; the first call starts the thread.
    synchronized void start() {
        if (thread.getState() == Thread.State.NEW && !stopping) {
            thread.start();
        }
    }

    /// A failed source is tried at once instead of after its wait.
    void retryNow() {
        wake.release();
    }

    void released() {
        if (unreleased.decrementAndGet() == 0) {
            stop();
        }
    }

    private synchronized void stop() {
        stopping = true;
        wake.release();
        LockSupport.unpark(thread);
    }

    boolean ended() {
        return stopping && !thread.isAlive();
    }

    void awaitEndIfUnwanted() {
        if (stopping) {
            awaitEnd(TimeUnit.MILLISECONDS.toNanos(CLOSE_MILLIS));
        }
    }

    /// Waits for the thread at most this long. A thread that hangs in a device is left to itself: it ends when the
    /// device answers.
    void awaitEnd(long patienceNanos) {
        if (thread == Thread.currentThread()) {
            return;
        }
        try {
            if (thread.getState() != Thread.State.NEW && !thread.join(Duration.ofNanos(patienceNanos))) {
                log.warn("{} does not answer; it is left to close by itself", spec.text());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        int failures = 0;
        while (!stopping) {
            long delivered = delivered();
            try {
                readUntilStopped();
            } catch (CaptureException e) {
                failed(e);
            } catch (Throwable t) {
                // A native library may throw anything; the show goes on without this source.
                log.warn("{} failed", spec.text(), t);
                failed(new CaptureException(Code.UNREADABLE, t.toString(), t));
            }
            failures = delivered() > delivered ? 1 : failures + 1;
            pause(failures);
        }
    }

    private void readUntilStopped() throws CaptureException {
        try (Reader reader = setting.opener().open(spec, outputs)) {
            while (!stopping) {
                reader.read();
            }
        }
    }

    private void failed(CaptureException e) {
        if (!stopping) {
            log.debug("{}: {} {}", spec.text(), e.code().name().toLowerCase(Locale.ROOT), e.getMessage());
        }
        if (outputs.video() != null) {
            outputs.video().fail(e);
        }
        if (outputs.audio() != null) {
            outputs.audio().fail(e);
        }
    }

    private void pause(int failures) {
        try {
            if (!stopping) {
                wake.drainPermits();
                boolean _ = wake.tryAcquire(setting.backoff().millis(failures), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }

    private long delivered() {
        long video = outputs.video() == null ? 0 : outputs.video().stats().in();
        return video + (outputs.audio() == null ? 0 : outputs.audio().stats().in());
    }
}
