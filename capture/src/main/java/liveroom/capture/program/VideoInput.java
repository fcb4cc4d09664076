package liveroom.capture.program;

import liveroom.capture.media.FrameSink;
import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFrame;
import org.jspecify.annotations.Nullable;

/// Where a source hands its pictures to the program: a few, first in, first out. One producer, one
/// consumer; neither waits for more than a few instructions of the other.
///
/// A picture that comes just too late for its tick has the next one at its heels. Taken in order,
/// both are seen, each at one tick.
final class VideoInput implements FrameSink<VideoFrame>, AutoCloseable {
    /// More than this many are not waited for: they are too old by then.
    static final int MOST_IN_ORDER = 3;

    private static final int ROOM = MOST_IN_ORDER + 1;

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
    private boolean closed;

    VideoInput(StudioClock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized boolean offer(VideoFrame frame) {
        if (closed) {
            return false;
        }
        arrivals++;
        if (count == ROOM) {
            giveUpOldest();
        }
        int last = (first + count++) % ROOM;
        frames[last] = frame.retain();
        arrivedNanos[last] = clock.nanos();
        return true;
    }

    /// Takes the picture whose turn it is, or returns `null` if there is none. The caller closes it.
    synchronized @Nullable VideoFrame poll(Turn turn) {
        if (turn == Turn.NEWEST || count > MOST_IN_ORDER) {
            while (count > 1) {
                giveUpOldest();
            }
        }
        return count == 0 ? null : takeOldest();
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
        VideoFrame frame = takeOldest();
        if (frame != null) {
            frame.close();
            replaced++;
        }
    }

    /// When the picture that was taken last arrived, on the studio clock.
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

    @Override
    public synchronized void close() {
        closed = true;
        while (count > 0) {
            giveUpOldest();
        }
    }
}
