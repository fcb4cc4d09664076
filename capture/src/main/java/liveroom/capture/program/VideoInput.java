package liveroom.capture.program;

import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import liveroom.capture.media.FrameSink;
import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFrame;
import org.jspecify.annotations.Nullable;

/// Where a source hands its pictures to the program: a few, first in, first out. One producer, one
/// consumer, which it wakes; neither is held up by the other for more than a few instructions.
///
/// Pictures of a film come before they are due, by the time of their capture, and wait here until then: so it does not
/// matter if the source's thread has to wait for a processor. A source that has been changed shows in a picture that is
/// due before those that wait, which are given up then.
///
/// A picture that comes just too late for its tick has the next one at its heels. Taken in order,
/// both are seen, each at one tick.
final class VideoInput implements FrameSink<VideoFrame>, AutoCloseable {
    /// More than this many are not waited for: they are too old by then.
    private static final int MOST_IN_ORDER = 3;

    /// For those that are not due yet as well, at a hundred a second.
    private static final int ROOM = 24;

    /// Which picture is taken of those that are there.
    enum Turn {
        /// The newest, the others are given up.
        NEWEST,
        /// The oldest, unless too many are there: then the newest.
        IN_ORDER
    }

    private final StudioClock clock;
    private final @Nullable VideoFrame[] frames = new VideoFrame[ROOM];
    private final long[] arrivedNanos = new long[ROOM];
    private int first;
    private int count;
    private long arrivals;
    private long replaced;
    private long takenArrivedNanos;
    private long replacedArrivedNanos;
    private boolean closed;
    private @Nullable Thread reader;

    VideoInput(StudioClock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized boolean offer(VideoFrame frame) {
        if (closed) {
            return false;
        }
        arrivals++;
        long now = clock.nanos();
        giveUpThoseDueAfter(Math.max(now, frame.capturedNanos()));
        boolean inAdvance = frame.capturedNanos() - now > 0;
        if (count == ROOM || (!inAdvance && countDue(now) > MOST_IN_ORDER)) {
            giveUpOldest();
        }
        int last = (first + count++) % ROOM;
        frames[last] = frame.retain();
        arrivedNanos[last] = Math.max(now, frame.capturedNanos());
        LockSupport.unpark(reader);
        return true;
    }

    /// Waits until a picture is there, but not longer than until `latestNanos`.
    void await(long latestNanos) throws InterruptedException {
        while (clock.nanos() < latestNanos && isEmpty()) {
            clock.doze(latestNanos);
        }
    }

    private synchronized boolean isEmpty() {
        reader = Thread.currentThread();
        return count == 0;
    }

    /// Takes the picture whose turn it is, or returns `null` if there is none. The caller closes it.
    ///
    /// @param dueNanos pictures captured later are not due yet
    synchronized @Nullable VideoFrame poll(Turn turn, long dueNanos) {
        int due = countDue(dueNanos);
        if (turn == Turn.NEWEST || due > MOST_IN_ORDER) {
            for (; due > 1; due--) {
                giveUpOldest();
            }
        }
        return due == 0 ? null : takeOldest();
    }

    private int countDue(long dueNanos) {
        int due = 0;
        while (due < count && capturedNanos(due) - dueNanos <= 0) {
            due++;
        }
        return due;
    }

    private long capturedNanos(int index) {
        return Objects.requireNonNull(frames[(first + index) % ROOM]).capturedNanos();
    }

    private void giveUpThoseDueAfter(long nanos) {
        while (count > 0 && capturedNanos(count - 1) - nanos > 0) {
            int last = (first + --count) % ROOM;
            Objects.requireNonNull(frames[last]).close();
            frames[last] = null;
        }
    }

    private @Nullable VideoFrame takeOldest() {
        VideoFrame frame = frames[first];
        frames[first] = null;
        takenArrivedNanos = arrivedNanos[first];
        first = (first + 1) % ROOM;
        count--;
        return frame;
    }

    private void giveUpOldest() {
        replacedArrivedNanos = arrivedNanos[first];
        VideoFrame frame = takeOldest();
        if (frame != null) {
            frame.close();
            replaced++;
        }
    }

    /// When the picture that was taken last was there and due, on the studio clock.
    synchronized long takenArrivedNanos() {
        return takenArrivedNanos;
    }

    /// Pictures that have arrived since the program began.
    synchronized long arrivals() {
        return arrivals;
    }

    /// Pictures that were given up for a newer one since the program began.
    synchronized long replacedFrames() {
        return replaced;
    }

    /// When the picture that was given up last had arrived.
    synchronized long replacedArrivedNanos() {
        return replacedArrivedNanos;
    }

    @Override
    public synchronized void close() {
        closed = true;
        while (count > 0) {
            giveUpOldest();
        }
    }
}
