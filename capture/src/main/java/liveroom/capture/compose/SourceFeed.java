package liveroom.capture.compose;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import liveroom.capture.media.FrameSink;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.media.VideoFrame;
import liveroom.capture.source.SlateText;
import liveroom.capture.source.SourceSpec;
import liveroom.capture.source.SourceStatus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One further source: its newest picture, and what to say while there is none. Pictures that have
/// become old are those of a source that has failed. Opened and closed on the thread `feeds`;
/// otherwise free-threaded.
final class SourceFeed implements FrameSink<VideoFrame> {
    private static final Logger log = LoggerFactory.getLogger(SourceFeed.class);
    private static final long STALE_NANOS = TimeUnit.SECONDS.toNanos(4);
    /// A source may take this long before words appear.
    private static final long QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(700);

    private final SourceSpec spec;
    private final long sinceNanos;
    private final ShownSize size;
    private @Nullable Opened opened;
    private @Nullable VideoFrame newest;
    private boolean closed;
    private volatile String words = "";

    /// A source that is open, or will be soon.
    record Opened(Supplier<SourceStatus> status, AutoCloseable source) {}

    /// Opens a source whose pictures go to the feed until it is closed.
    @FunctionalInterface
    interface Opener {
        Opened open(SourceSpec spec, SourceFeed feed);
    }

    SourceFeed(SourceSpec spec, VideoFormat picture, long nowNanos) {
        this.spec = spec;
        this.sinceNanos = nowNanos;
        this.size = new ShownSize(picture);
    }

    void open(Opener opener) {
        opened = opener.open(spec, this);
    }

    ShownSize size() {
        return size;
    }

    @Override
    public synchronized boolean offer(VideoFrame frame) {
        if (closed) {
            return false;
        }
        replace(frame.retain());
        return true;
    }

    synchronized @Nullable VideoFrame newest(long nowNanos) {
        dropStale(nowNanos);
        VideoFrame held = newest;
        return held == null ? null : held.retain();
    }

    private void dropStale(long nowNanos) {
        VideoFrame held = newest;
        if (held != null && nowNanos - held.capturedNanos() > STALE_NANOS) {
            replace(null);
        }
    }

    private void replace(@Nullable VideoFrame next) {
        VideoFrame old = newest;
        newest = next;
        if (old != null) {
            old.close();
        }
    }

    /// What has become of it.
    SourceStatus status() {
        return Objects.requireNonNull(opened).status().get();
    }

    /// Finds the words anew.
    void look(long nowNanos, SlateText text) {
        SourceStatus status = status();
        boolean quiet = status instanceof SourceStatus.Opening && nowNanos - sinceNanos < QUIET_NANOS;
        words = quiet || hasPicture(nowNanos) ? "" : text.words(spec, status);
    }

    private synchronized boolean hasPicture(long nowNanos) {
        dropStale(nowNanos);
        return newest != null;
    }

    /// What is to be read in the place of the picture; empty if nothing is.
    String words() {
        return words;
    }

    void close() {
        synchronized (this) {
            closed = true;
            replace(null);
        }
        Opened source = opened;
        if (source != null) {
            try {
                source.source().close();
            } catch (Exception e) {
                log.warn("A source could not be closed", e);
            }
        }
    }
}
