package liveroom.capture.compose;

import java.lang.foreign.MemorySegment;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.media.FanOut;
import liveroom.capture.media.FramePool;
import liveroom.capture.media.FrameSink;
import liveroom.capture.media.FrameTap;
import liveroom.capture.media.LatestFrame;
import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.media.VideoFrame;
import liveroom.capture.program.Compositor;
import liveroom.capture.scene.Transition;
import liveroom.capture.show.DeskState;
import org.jspecify.annotations.Nullable;

/// The scene that comes next, as it will look, offered to whoever watches: fifteen pictures a
/// second, none while nobody does. It is composed on the thread `scene-preview`, so that whatever
/// it costs the program's cadence does not feel it; graphics are those of the program, painted once
/// for both.
///
/// Free-threaded.
public final class ScenePreview implements FrameTap<VideoFrame>, AutoCloseable {
    private static final long PERIOD_NANOS = TimeUnit.SECONDS.toNanos(1) / 15;
    private static final long CLOSE_MILLIS = 1_000;

    private final StudioClock clock;
    private final SceneCompositor compositor;
    private final FanOut<VideoFrame> sinks = new FanOut<>();
    private final LatestFrame main = new LatestFrame();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("scene-preview").factory());
    private int watchers;
    private boolean closed;
    private @Nullable ScheduledFuture<?> beat;
    private volatile boolean watched;
    private final VideoFrame black;
    private @Nullable VideoFrame current;

    /// A preview that nobody watches yet.
    public ScenePreview(
            Supplier<DeskState> desk, Supplier<BrandKit> brand, Paintings paintings, Feeds feeds, StudioClock clock) {
        this.clock = clock;
        this.compositor = new SceneCompositor(new NextScene(desk), brand, paintings, feeds, 15);
        this.black = black(paintings.format(), clock.nanos());
    }

    /// The preview as if it were on air: its scene stands, whatever the program does.
    private static final class NextScene implements Supplier<DeskState> {
        private final Supplier<DeskState> desk;
        private @Nullable DeskState of;
        private @Nullable DeskState staged;

        NextScene(Supplier<DeskState> desk) {
            this.desk = desk;
        }

        @Override
        public DeskState get() {
            DeskState now = desk.get();
            DeskState made = staged;
            if (made == null || !now.equals(of)) {
                made = new DeskState(
                        now.revision(),
                        now.show(),
                        now.previewId(),
                        now.previewId(),
                        new DeskState.Change(now.previewId(), Transition.CUT, 0),
                        now.nextCue(),
                        now.canUndo(),
                        now.canRedo());
                of = now;
                staged = made;
            }
            return made;
        }
    }

    /// The program's compositor, which shows the preview the main source while somebody watches it.
    public Compositor beside(Compositor program) {
        return (source, ptsNanos) -> {
            if (watched) {
                main.offer(source);
            }
            return program.compose(source, ptsNanos);
        };
    }

    /// Offers pictures to `sink` from now on, on the thread `scene-preview`.
    @Override
    public synchronized void add(FrameSink<VideoFrame> sink) {
        sinks.add(sink);
        watchers++;
        watched = true;
        if (beat == null && !closed) {
            beat = thread.scheduleAtFixedRate(this::compose, 0, PERIOD_NANOS, TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public synchronized void remove(FrameSink<VideoFrame> sink) {
        sinks.remove(sink);
        watchers = Math.max(0, watchers - 1);
        if (watchers == 0) {
            rest();
        }
    }

    private void rest() {
        watched = false;
        if (beat != null) {
            beat.cancel(false);
            beat = null;
        }
        try {
            thread.execute(this::letGo);
        } catch (RejectedExecutionException _) {
            // It is being closed, which lets go as well.
        }
    }

    /// A picture of the main source that nobody looks at would be missing elsewhere.
    private void letGo() {
        replaceCurrent(main.poll());
        replaceCurrent(null);
    }

    private void compose() {
        VideoFrame fresh = main.poll();
        if (fresh != null) {
            replaceCurrent(fresh);
        }
        VideoFrame source = current == null ? black : current;
        try (VideoFrame made = compositor.compose(source, clock.nanos())) {
            sinks.offer(made);
        }
    }

    private void replaceCurrent(@Nullable VideoFrame next) {
        VideoFrame old = current;
        current = next;
        if (old != null) {
            old.close();
        }
    }

    /// A picture with nothing on it, of a pool of its own.
    static VideoFrame black(VideoFormat format, long nanos) {
        var buffer = Objects.requireNonNull(new FramePool(format.bytes(), 1).tryLend());
        MemorySegment pixels = buffer.memory();
        pixels.asSlice(0, format.lumaBytes()).fill((byte) 16);
        pixels.asSlice(format.lumaBytes()).fill((byte) 128);
        return new VideoFrame(format, nanos, buffer);
    }

    /// Ends the thread and gives back what it held.
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            rest();
        }
        thread.shutdown();
        try {
            boolean _ = thread.awaitTermination(CLOSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        main.close();
        compositor.close();
        replaceCurrent(null);
        black.close();
    }
}
