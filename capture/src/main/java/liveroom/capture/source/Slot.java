package liveroom.capture.source;

import java.util.concurrent.TimeUnit;
import liveroom.capture.media.FrameSink;
import liveroom.capture.media.MediaFrame;
import org.jspecify.annotations.Nullable;

/// The place of one source in the deck. A source that is selected takes it once it delivers or fails; until then the
/// one before it goes on. Free-threaded: frames of two sources and slates are put in one order here.
final class Slot<F extends MediaFrame> {
    /// How long the opening of a source may take before the slate says so.
    private static final long OPENING_SHOWN_NANOS = TimeUnit.MILLISECONDS.toNanos(700);

    /// A selected source; without an outlet it is `none`.
    private record Choice<F extends MediaFrame>(
            SourceSpec spec, @Nullable Outlet<F> outlet, long sinceNanos) {
        SourceStatus status() {
            return outlet == null ? new SourceStatus.Running() : outlet.status();
        }

        void release() {
            if (outlet != null) {
                outlet.release();
            }
        }
    }

    /// What a slate shall say.
    ///
    /// @param status `null` for a slate without words
    record Slate(SourceSpec spec, @Nullable SourceStatus status) {}

    private final FrameSink<F> sink;
    private Choice<F> current = new Choice<>(new SourceSpec.None(), null, 0);
    private @Nullable Choice<F> next;
    private boolean closed;

    Slot(FrameSink<F> sink) {
        this.sink = sink;
    }

    synchronized void select(SourceSpec spec, @Nullable Outlet<F> outlet, long nowNanos) {
        Choice<F> choice = new Choice<>(spec, outlet, nowNanos);
        if (closed) {
            choice.release();
            return;
        }
        if (next != null) {
            next.release();
        }
        next = choice;
        if (outlet == null) {
            promote(choice);
        } else {
            outlet.start(frame -> deliver(choice, frame));
        }
    }

    private synchronized boolean deliver(Choice<F> from, F frame) {
        if (from.equals(next)) {
            promote(from);
        }
        return from.equals(current) && sink.offer(frame);
    }

    private void promote(Choice<F> choice) {
        current.release();
        current = choice;
        next = null;
    }

    /// What was selected last, whether it has taken its place or not.
    private Choice<F> selected() {
        return next == null ? current : next;
    }

    synchronized SourceSpec spec() {
        return selected().spec();
    }

    synchronized SourceStatus status() {
        return closed ? new SourceStatus.Closed() : selected().status();
    }

    synchronized @Nullable Outlet<F> outlet() {
        return selected().outlet();
    }

    /// Gives a failed newcomer its place, and tells what the slate must say, or `null` if there is a picture.
    synchronized @Nullable Slate slate(long nowNanos) {
        Choice<F> newcomer = next;
        if (newcomer != null && newcomer.status() instanceof SourceStatus.Failed) {
            promote(newcomer);
            newcomer = null;
        }
        boolean picture = current.outlet() != null && !(current.status() instanceof SourceStatus.Failed);
        if (closed || picture) {
            return null;
        }
        if (newcomer != null && nowNanos - newcomer.sinceNanos() > OPENING_SHOWN_NANOS) {
            return new Slate(newcomer.spec(), newcomer.status());
        }
        return new Slate(current.spec(), current.outlet() == null ? null : current.status());
    }

    /// Offers a slate, unless a picture has come meanwhile.
    synchronized boolean offerSlate(F frame) {
        boolean picture = current.outlet() != null && !(current.status() instanceof SourceStatus.Failed);
        return !closed && !picture && sink.offer(frame);
    }

    synchronized void close() {
        closed = true;
        if (next != null) {
            next.release();
        }
        current.release();
    }
}
