package liveroom.app.studio;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import liveroom.capture.media.FrameSink;
import liveroom.capture.media.LatestFrame;
import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFrame;
import liveroom.capture.program.PictureScaler;
import org.jspecify.annotations.Nullable;

/// One picture of a bus as a JPEG, for whoever asks. It watches the bus only while somebody asks every few seconds.
/// Free-threaded.
final class Still implements AutoCloseable {
    private static final int WIDTH = 640;
    private static final long IDLE_NANOS = 5_000_000_000L;

    private final Consumer<FrameSink<VideoFrame>> watch;
    private final Consumer<FrameSink<VideoFrame>> leave;
    private final StudioClock clock;
    private final PictureScaler scaler = new PictureScaler();
    private @Nullable LatestFrame newest;
    private byte @Nullable [] jpeg;
    private long askedNanos;
    private boolean closed;

    /// @param watch gives a sink the pictures of the bus, until `leave` takes it away again
    Still(Consumer<FrameSink<VideoFrame>> watch, Consumer<FrameSink<VideoFrame>> leave, StudioClock clock) {
        this.watch = watch;
        this.leave = leave;
        this.clock = clock;
    }

    /// The newest picture; nothing until one has come.
    synchronized Optional<byte[]> jpeg() {
        if (closed) {
            return Optional.empty();
        }
        askedNanos = clock.nanos();
        LatestFrame mailbox = newest;
        if (mailbox == null) {
            mailbox = new LatestFrame();
            newest = mailbox;
            watch.accept(mailbox);
        }
        VideoFrame fresh = mailbox.poll();
        if (fresh != null) {
            try (fresh) {
                jpeg = encode(fresh);
            }
        }
        byte[] known = jpeg;
        return known == null ? Optional.empty() : Optional.of(known.clone());
    }

    private byte[] encode(VideoFrame frame) {
        int width = Math.min(WIDTH, frame.format().width());
        int height =
                Math.max(1, width * frame.format().height() / frame.format().width());
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment pixels = arena.allocate((long) width * height * PictureScaler.BYTES_PER_PIXEL);
            scaler.scale(frame.format(), frame.buffer().memory(), pixels, width, height);
            int[] into = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
            MemorySegment.copy(pixels, ValueLayout.JAVA_INT_UNALIGNED, 0, into, 0, into.length);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpeg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
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
            leave.accept(mailbox);
            mailbox.close();
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            rest();
            scaler.close();
        }
    }
}
