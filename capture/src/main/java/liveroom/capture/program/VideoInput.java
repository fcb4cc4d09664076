package liveroom.capture.program;

import liveroom.capture.media.FrameSink;
import liveroom.capture.media.LatestFrame;
import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFrame;
import org.jspecify.annotations.Nullable;

/// Where a source hands its pictures to the program: the newest wins.
final class VideoInput implements FrameSink<VideoFrame>, AutoCloseable {
    private final StudioClock clock;
    private final LatestFrame latest = new LatestFrame();
    private volatile long arrivals;
    private volatile long arrivedNanos;

    VideoInput(StudioClock clock) {
        this.clock = clock;
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // one producer
    public boolean offer(VideoFrame frame) {
        arrivals++;
        arrivedNanos = clock.nanos();
        return latest.offer(frame);
    }

    @Nullable
    VideoFrame poll() {
        return latest.poll();
    }

    /// When the newest picture arrived, on the studio clock.
    long arrivedNanos() {
        return arrivedNanos;
    }

    /// Pictures that have arrived since the program began.
    long arrivals() {
        return arrivals;
    }

    long droppedFrames() {
        return latest.replacedFrames();
    }

    @Override
    public void close() {
        latest.close();
    }
}
