package liveroom.capture.source;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import liveroom.capture.CaptureException;
import liveroom.capture.CaptureException.Code;
import liveroom.capture.media.FrameSink;
import liveroom.capture.media.MediaFrame;
import liveroom.capture.media.StageMeter;
import liveroom.capture.media.StageStats;
import liveroom.capture.media.StudioClock;
import org.jspecify.annotations.Nullable;

/// The picture side or the sound side of one [Feed]. Frames are offered to it on the feed's thread; it is started,
/// asked and released from any.
abstract sealed class Outlet<F extends MediaFrame> implements MediaSource<F>, FrameSink<F>
        permits VideoOutlet, AudioOutlet {
    /// A device that is silent for this long is taken for lost, until it delivers again.
    static final long STALLED_NANOS = TimeUnit.SECONDS.toNanos(4);
    /// A device that is silent for this long is given up for another attempt: its driver may never return.
    static final long HUNG_NANOS = TimeUnit.SECONDS.toNanos(12);
    /// A device that takes this long to open is reported, and waited for.
    static final long UNANSWERED_NANOS = TimeUnit.SECONDS.toNanos(8);

    private final StudioClock clock;
    private final Feed feed;
    private final StageMeter meter = new StageMeter();
    private final AtomicBoolean released = new AtomicBoolean();
    private volatile @Nullable FrameSink<F> sink;
    private volatile SourceStatus status = new SourceStatus.Opening();
    private volatile long changedNanos;

    Outlet(Feed feed, StudioClock clock) {
        this.feed = feed;
        this.clock = clock;
        this.changedNanos = clock.nanos();
    }

    @Override
    public final void start(FrameSink<F> newSink) {
        if (sink != null) {
            throw new IllegalStateException("started twice");
        }
        sink = newSink;
        feed.start();
    }

    /// On the feed's thread.
    @Override
    public final boolean offer(F frame) {
        FrameSink<F> to = sink;
        if (released.get() || to == null) {
            return false;
        }
        meter.entered();
        long began = clock.nanos();
        changedNanos = began;
        if (!(status instanceof SourceStatus.Running)) {
            status = new SourceStatus.Running();
        }
        boolean taken = to.offer(frame);
        if (taken) {
            meter.left(clock.nanos() - began);
        } else {
            meter.dropped();
        }
        return taken;
    }

    /// A frame had to be given up before it could be offered. On the feed's thread.
    final void dropped() {
        meter.entered();
        meter.dropped();
    }

    /// On the feed's thread.
    final void fail(CaptureException failure) {
        String detail = failure.getMessage();
        status = new SourceStatus.Failed(failure.code(), detail == null ? "" : detail);
        changedNanos = clock.nanos();
    }

    /// Whether anyone still wants frames: if not, the reader need not make any.
    final boolean wanted() {
        return !released.get();
    }

    @Override
    public final SourceStatus status() {
        if (released.get()) {
            return new SourceStatus.Closed();
        }
        SourceStatus now = status;
        long waitedNanos = clock.nanos() - changedNanos;
        if (silentLongerThan(STALLED_NANOS)) {
            return new SourceStatus.Failed(
                    Code.LOST, "nothing has come from it for %d seconds".formatted(waitedNanos / 1_000_000_000));
        }
        if (now instanceof SourceStatus.Opening && waitedNanos > UNANSWERED_NANOS) {
            return new SourceStatus.Failed(Code.BUSY, "it does not answer");
        }
        return now;
    }

    /// Whether it has delivered once and now hangs in the device.
    final boolean hung() {
        return !released.get() && silentLongerThan(HUNG_NANOS);
    }

    private boolean silentLongerThan(long nanos) {
        return status instanceof SourceStatus.Running && feed.isDevice() && clock.nanos() - changedNanos > nanos;
    }

    final Feed feed() {
        return feed;
    }

    final StageStats stats() {
        return meter.stats();
    }

    /// Nothing more is delivered, and the feed ends once nobody wants it; returns at once.
    final void release() {
        if (released.compareAndSet(false, true)) {
            feed.released();
        }
    }

    @Override
    public final void close() {
        release();
        feed.awaitEndIfUnwanted();
    }
}
