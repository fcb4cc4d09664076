package liveroom.capture.program;

import java.lang.foreign.MemorySegment;
import liveroom.capture.media.FramePool;
import liveroom.capture.media.FrameSink;
import liveroom.capture.media.StageMeter;
import liveroom.capture.media.StageStats;
import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.media.VideoFrame;
import org.jspecify.annotations.Nullable;

/// The program's picture: one frame at every tick, whatever the source does. A source that is
/// late leaves the last picture standing; one that is faster has more than can be seen. Where
/// every picture counts, all of a source that keeps step are seen, even if some come unevenly or the
/// machine stands still for a moment: then some leave at once, each with the time it was due. All of it is counted.
/// Runs on the thread `program`.
public final class ProgramVideo implements AutoCloseable {
    private static final double AGE_SMOOTHING = 0.05;
    /// As many pictures of a film are there in advance.
    private static final int MOST_MADE_UP = 4;

    private final StudioClock clock;
    private final Pacer pacer;
    private final PhaseLock phaseLock = new PhaseLock();
    private final VideoInput input;
    private final Compositor compositor;
    private final FrameSink<VideoFrame> output;
    private final StageMeter meter = new StageMeter();
    private final RateMeter rate;
    private final Cadence cadence;
    private final MediaThread thread;
    private @Nullable VideoFrame current;
    private long dueBeforeNanos;
    private long replacedBefore;
    private long skippedBefore;
    private volatile Priority priority = Priority.DELAY;
    private volatile long droppedFrames;
    private volatile long surplusFrames;
    private volatile long repeatedFrames;
    private volatile double ageNanos;

    public ProgramVideo(
            VideoFormat format, int fps, StudioClock clock, Compositor compositor, FrameSink<VideoFrame> output) {
        this.clock = clock;
        this.compositor = compositor;
        this.output = output;
        this.pacer = new Pacer(clock, fps);
        this.input = new VideoInput(clock);
        this.rate = new RateMeter(clock);
        this.cadence = new Cadence(pacer.periodNanos());
        this.current = black(format, clock.nanos());
        this.thread = new MediaThread("program", this::tick);
    }

    public void start() {
        thread.start();
    }

    /// Where the source delivers. Its frames must have the program's format.
    public FrameSink<VideoFrame> input() {
        return input;
    }

    /// Says what comes first with the present source. Callable from any thread.
    public void prefer(Priority wanted) {
        priority = wanted;
    }

    /// How old the picture is when it goes out: tick minus capture, in nanoseconds, smoothed over
    /// new pictures. Repeats do not count. Callable from any thread.
    public long ageNanos() {
        return (long) ageNanos;
    }

    public double fps() {
        return rate.perSecond();
    }

    /// Pictures that were due and were not seen: those of the source that were replaced before
    /// their turn, and those of ticks that the machine was too busy to keep.
    public long droppedFrames() {
        return droppedFrames;
    }

    /// Pictures beyond one for each tick, of a source that is faster than the program.
    public long surplusFrames() {
        return surplusFrames;
    }

    public long repeatedFrames() {
        return repeatedFrames;
    }

    /// Pictures that left the program sooner or later after the one before than they should, by more than 4 ms.
    public long unevenFrames() {
        return cadence.uneven();
    }

    public StageStats stats() {
        return meter.stats();
    }

    /// Waits for the next tick and sends its picture out.
    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
    void tick() throws InterruptedException {
        // A live source has no pictures for ticks that have passed.
        Priority wanted = priority;
        pacer.makeUpFor(wanted == Priority.EVERY_PICTURE ? MOST_MADE_UP : 0);
        long dueNanos = pacer.awaitTick();
        input.await(dueNanos + phaseLock.patienceNanos(wanted));
        long startedNanos = clock.nanos();
        meter.entered();
        VideoInput.Turn turn = turn();
        VideoFrame fresh = input.poll(turn, turn == VideoInput.Turn.IN_ORDER ? dueNanos : startedNanos);
        countLost();
        dueBeforeNanos = dueNanos;
        if (fresh == null) {
            repeatedFrames++;
        } else {
            replaceCurrent(fresh);
            phaseLock.fresh(dueNanos - input.takenArrivedNanos());
            double age = dueNanos - fresh.capturedNanos();
            ageNanos = ageNanos == 0 ? age : ageNanos + AGE_SMOOTHING * (age - ageNanos);
        }
        pacer.nudge(phaseLock.tick(input.arrivals() - pacer.skippedTicks(), wanted));
        VideoFrame source = current;
        if (source != null) {
            try (VideoFrame program = compositor.compose(source, dueNanos)) {
                cadence.left(clock.nanos());
                output.offer(program);
            }
        }
        rate.mark();
        meter.left(clock.nanos() - startedNanos);
    }

    private VideoInput.Turn turn() {
        boolean inOrder = priority == Priority.EVERY_PICTURE && phaseLock.pace() == PhaseLock.Pace.NOT_FASTER;
        return inOrder ? VideoInput.Turn.IN_ORDER : VideoInput.Turn.NEWEST;
    }

    /// A picture that was replaced because its tick was skipped is one loss, not two.
    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
    private void countLost() {
        long replaced = input.replacedFrames() - replacedBefore;
        long skipped = pacer.skippedTicks() - skippedBefore;
        replacedBefore += replaced;
        long lateNanos = input.replacedArrivedNanos() - dueBeforeNanos;
        if (replaced > 0 && lateNanos > 0 && lateNanos < pacer.periodNanos() / 2) {
            phaseLock.missed(lateNanos);
        }
        skippedBefore += skipped;
        if (phaseLock.pace() == PhaseLock.Pace.FASTER) {
            surplusFrames += replaced;
            droppedFrames += skipped;
        } else {
            droppedFrames += Math.max(replaced, skipped);
        }
    }

    private void replaceCurrent(VideoFrame fresh) {
        VideoFrame old = current;
        current = fresh;
        if (old != null) {
            old.close();
        }
    }

    private static @Nullable VideoFrame black(VideoFormat format, long nanos) {
        var buffer = new FramePool(format.bytes(), 1).tryLend();
        if (buffer == null) {
            return null;
        }
        MemorySegment pixels = buffer.memory();
        pixels.asSlice(0, format.lumaBytes()).fill((byte) 16);
        pixels.asSlice(format.lumaBytes()).fill((byte) 128);
        return new VideoFrame(format, nanos, buffer);
    }

    /// Ends the thread and gives back what it held.
    @Override
    public void close() {
        thread.close();
        input.close();
        VideoFrame last = current;
        if (last != null) {
            last.close();
            current = null;
        }
    }
}
