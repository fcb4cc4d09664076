package liveroom.capture.source;

import java.util.concurrent.TimeUnit;
import liveroom.capture.media.FrameBuffer;
import liveroom.capture.media.VideoFrame;

/// Delivers the [TestCard] at the cadence of the program. Pictures lie on a grid with one on each whole second of the
/// studio clock.
final class TestPictureReader implements Reader {
    private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);
    /// More than this many pictures late, it goes on with the newest.
    private static final int MAX_LATE = 3;

    private final Outputs outputs;
    private final TestCard card;
    private long index;

    TestPictureReader(Outputs outputs) {
        this.outputs = outputs;
        this.card = new TestCard(outputs.format());
        this.index = indexAt(outputs.clock().nanos());
    }

    /// The number of the last picture at or before `nanos`.
    private long indexAt(long nanos) {
        long seconds = Math.floorDiv(nanos, SECOND_NANOS);
        long inSecond = Math.floorMod(nanos, SECOND_NANOS) * outputs.fps() / SECOND_NANOS;
        return seconds * outputs.fps() + inSecond;
    }

    private long nanosOf(long number) {
        long seconds = Math.floorDiv(number, (long) outputs.fps());
        long inSecond = Math.floorMod(number, (long) outputs.fps());
        return seconds * SECOND_NANOS + Math.ceilDiv(inSecond * SECOND_NANOS, (long) outputs.fps());
    }

    @Override
    public void read() {
        VideoOutlet video = outputs.video();
        if (video == null || !Pause.until(nanosOf(index), outputs.clock())) {
            return;
        }
        long newest = indexAt(outputs.clock().nanos());
        while (newest - index > MAX_LATE) {
            video.dropped();
            index = newest - index > 1_000 ? newest : index + 1;
        }
        long captured = nanosOf(index++);
        FrameBuffer buffer = outputs.pictures().tryLend();
        if (buffer == null) {
            video.dropped();
            return;
        }
        try (VideoFrame frame = new VideoFrame(outputs.format(), captured, buffer)) {
            card.draw(captured, frame.pixels());
            video.offer(frame);
        }
    }

    @Override
    public void close() {}
}
