package liveroom.app.window;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.locks.LockSupport;
import liveroom.app.studio.AudioLevels;
import liveroom.capture.media.FrameBuffer;
import liveroom.capture.media.FramePool;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.media.VideoFrame;

/// The program's end of a [FakeStudio]: 30 pictures a second with a bright bar that wanders over grey, and sound that
/// swells and fades.
public final class FakeProgram implements AutoCloseable {
    private static final VideoFormat FORMAT = new VideoFormat(1280, 720);
    private static final int BAR = 80;

    private final FakeStudio studio;
    private final FramePool pool = new FramePool(FORMAT.bytes(), 8);
    private final Thread thread = Thread.ofPlatform().name("program").daemon().unstarted(this::run);
    private volatile boolean closed;

    public FakeProgram(FakeStudio studio) {
        this.studio = studio;
    }

    public FakeProgram start() {
        thread.start();
        return this;
    }

    private void run() {
        for (int n = 0; !closed; n++) {
            FrameBuffer buffer = pool.tryLend();
            if (buffer != null) {
                draw(buffer.memory(), n);
                try (VideoFrame frame = new VideoFrame(FORMAT, System.nanoTime(), buffer)) {
                    studio.program().offer(frame);
                    studio.nextScene().offer(frame);
                }
            }
            double swell = -30 + 24 * Math.sin(n / 9.0);
            studio.levels(new AudioLevels(swell, swell - 3, swell - 9, swell - 12));
            LockSupport.parkNanos(33_000_000);
        }
    }

    private static void draw(MemorySegment pixels, int n) {
        int at = n * 8 % (FORMAT.width() - BAR);
        for (int y = 0; y < FORMAT.height(); y++) {
            long row = (long) y * FORMAT.width();
            pixels.asSlice(row, FORMAT.width()).fill((byte) (40 + y * 100 / FORMAT.height()));
            pixels.asSlice(row + at, BAR).fill((byte) 220);
        }
        long chroma = FORMAT.lumaBytes();
        pixels.asSlice(chroma, FORMAT.chromaBytes()).fill((byte) 140);
        pixels.asSlice(chroma + FORMAT.chromaBytes(), FORMAT.chromaBytes()).fill((byte) 118);
        pixels.set(ValueLayout.JAVA_BYTE, 0, (byte) 16);
    }

    /// Ends the pictures; all that were lent are back afterwards, but for the one a preview may hold.
    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.join();
    }
}
