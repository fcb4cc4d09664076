package liveroom.app.studio;

import java.util.Optional;
import liveroom.capture.media.FrameTap;
import liveroom.capture.media.LatestFrame;
import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFrame;
import org.jspecify.annotations.Nullable;

/// One picture of a bus as a JPEG, for whoever asks. It watches the bus only while somebody asks every few seconds.
/// Free-threaded.
final class Still implements AutoCloseable {
    private static final int WIDTH = 640;
    private static final long IDLE_NANOS = 5_000_000_000L;
    private static final long PATIENCE_NANOS = 1_000_000_000L;
    private static final long LOOK_MILLIS = 10;

    private final FrameTap<VideoFrame> bus;
    private final StudioClock clock;
    private final JpegMaker maker = new JpegMaker(WIDTH);
    private @Nullable LatestFrame newest;
    private byte @Nullable [] jpeg;
    private long askedNanos;
    private boolean closed;

    Still(FrameTap<VideoFrame> bus, StudioClock clock) {
        this.bus = bus;
        this.clock = clock;
    }

    /// The newest picture. Who asks first waits until one has come, a second at most; then there is none.
    synchronized Optional<byte[]> jpeg() {
        if (closed) {
            return Optional.empty();
        }
        askedNanos = clock.nanos();
        LatestFrame mailbox = newest;
        if (mailbox == null) {
            mailbox = new LatestFrame();
            newest = mailbox;
            bus.add(mailbox);
        }
        VideoFrame fresh = jpeg == null ? first(mailbox) : mailbox.poll();
        if (fresh != null) {
            try (fresh) {
                jpeg = maker.jpeg(fresh);
            }
        }
        byte[] known = jpeg;
        return known == null ? Optional.empty() : Optional.of(known.clone());
    }

    private @Nullable VideoFrame first(LatestFrame mailbox) {
        VideoFrame frame = mailbox.poll();
        while (frame == null && clock.nanos() - askedNanos < PATIENCE_NANOS) {
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return null;
            }
            frame = mailbox.poll();
        }
        return frame;
    }

    /// Stops watching if nobody has asked lately.
    synchronized void restIfIdle() {
        if (newest != null && clock.nanos() - askedNanos > IDLE_NANOS) {
            rest();
        }
    }

    private void rest() {
        LatestFrame mailbox = newest;
        newest = null;
        jpeg = null;
        if (mailbox != null) {
            bus.remove(mailbox);
            mailbox.close();
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            rest();
            maker.close();
        }
    }
}
