package liveroom.transport.peer;

import dev.onvoid.webrtc.media.video.CustomVideoSource;
import dev.onvoid.webrtc.media.video.NativeI420Buffer;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import liveroom.capture.media.FrameQueue;
import liveroom.capture.media.PictureAlignment;
import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.media.VideoFrame;

/// Copies pictures into native buffers and pushes them, on the thread `track-lane-video`. A picture whose stamp lies in
/// the future, because sound is slow on its way, is held until then: the viewer would hold it anyway.
final class VideoPush implements AutoCloseable {
    private static final int QUEUED_PICTURES = 8;
    private static final long MAX_HOLD_NANOS = 150_000_000;
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final CustomVideoSource source;
    private final StudioClock clock;
    private final PictureAlignment alignment;
    private final FrameQueue<VideoFrame> queue = new FrameQueue<>(QUEUED_PICTURES);
    private final LaneThread thread;

    VideoPush(CustomVideoSource source, StudioClock clock, PictureAlignment alignment) {
        this.source = source;
        this.clock = clock;
        this.alignment = alignment;
        thread = new LaneThread("track-lane-video", this::pushNext);
    }

    boolean offer(VideoFrame frame) {
        return queue.offer(frame);
    }

    private void pushNext() throws InterruptedException {
        try (VideoFrame frame = queue.take(PATIENCE)) {
            if (frame != null) {
                push(frame);
            }
        }
    }

    private void push(VideoFrame frame) {
        long stampNanos = alignment.picture(frame.ptsNanos(), frame.capturedNanos());
        NativeI420Buffer buffer = copy(frame);
        try {
            long early = stampNanos - clock.nanos();
            if (early > 0) {
                LockSupport.parkNanos(Math.min(early, MAX_HOLD_NANOS));
            }
            source.pushFrame(new dev.onvoid.webrtc.media.video.VideoFrame(buffer, 0, stampNanos));
        } finally {
            buffer.release();
        }
    }

    private static NativeI420Buffer copy(VideoFrame frame) {
        VideoFormat format = frame.format();
        NativeI420Buffer buffer = NativeI420Buffer.allocate(format.width(), format.height());
        MemorySegment pixels = frame.pixels();
        long luma = format.lumaBytes();
        long chroma = format.chromaBytes();
        plane(pixels, 0, format.width(), format.height(), buffer.getDataY(), buffer.getStrideY());
        plane(pixels, luma, format.width() / 2, format.height() / 2, buffer.getDataU(), buffer.getStrideU());
        plane(pixels, luma + chroma, format.width() / 2, format.height() / 2, buffer.getDataV(), buffer.getStrideV());
        return buffer;
    }

    private static void plane(MemorySegment from, long offset, int width, int height, ByteBuffer into, int stride) {
        MemorySegment target = MemorySegment.ofBuffer(into);
        if (stride == width) {
            MemorySegment.copy(from, offset, target, 0, (long) width * height);
            return;
        }
        for (int row = 0; row < height; row++) {
            MemorySegment.copy(from, offset + (long) row * width, target, (long) row * stride, width);
        }
    }

    @Override
    public void close() {
        thread.close();
        queue.close();
    }
}
