package liveroom.capture.program;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.function.LongSupplier;
import liveroom.capture.media.AudioFormat;
import liveroom.capture.media.AudioFrame;
import liveroom.capture.media.FrameBuffer;
import liveroom.capture.media.FramePool;
import liveroom.capture.media.FrameSink;
import liveroom.capture.media.StageMeter;
import liveroom.capture.media.StageStats;
import liveroom.capture.media.StudioClock;

/// The program's sound: one block of 10 ms for every tick, silence where the source gives none. A block leaves as soon
/// as its sound is there and is as old as the picture, at the latest at its tick; its `ptsNanos` is the tick. Runs on
/// the thread `mixer`.
public final class ProgramAudio implements AutoCloseable {
    private static final int BLOCKS_PER_SECOND = 100;
    private static final double AGE_SMOOTHING = 0.02;
    /// Sound must not lose a sample, unless half a second is gone.
    private static final int BLOCKS_MADE_UP_FOR = 49;
    /// Half a second: more than any sink may hold on to.
    private static final int POOL_BLOCKS = 64;

    private final StudioClock clock;
    private final Pacer pacer;
    private final AudioInput input;
    private final AudioDelay delay = new AudioDelay();
    private final LongSupplier pictureAgeNanos;
    private final ChannelStrip strip = new ChannelStrip();
    private final LevelMeter levels = new LevelMeter();
    private final FrameSink<AudioFrame> output;
    private final FramePool pool =
            new FramePool((long) AudioFormat.BLOCK_FRAMES * AudioFormat.BYTES_PER_FRAME, POOL_BLOCKS);
    private final StageMeter meter = new StageMeter();
    private final float[] block = new float[AudioFormat.BLOCK_FRAMES * AudioFormat.CHANNELS];
    private final MediaThread thread;
    private volatile double ageNanos;

    /// A mixer that is not running yet.
    ///
    /// @param pictureAgeNanos how old the program's picture is when it goes out: the sound waits as long
    public ProgramAudio(StudioClock clock, LongSupplier pictureAgeNanos, FrameSink<AudioFrame> output) {
        this.clock = clock;
        this.pictureAgeNanos = pictureAgeNanos;
        this.output = output;
        this.input = new AudioInput(clock);
        this.pacer = new Pacer(clock, BLOCKS_PER_SECOND);
        pacer.makeUpFor(BLOCKS_MADE_UP_FOR);
        this.thread = new MediaThread("mixer", this::tick);
    }

    public void start() {
        thread.start();
    }

    /// Where the source delivers.
    public FrameSink<AudioFrame> input() {
        return input;
    }

    public ChannelStrip strip() {
        return strip;
    }

    public LevelMeter levels() {
        return levels;
    }

    /// How old a block's first sample is when the block goes out, in nanoseconds, smoothed. Callable from any thread.
    public long ageNanos() {
        return (long) ageNanos;
    }

    /// By how much the source's clock runs faster than the studio's, in millionths, between -1,000 and 1,000: it is
    /// taken out of the sound. 0 as long as nothing is known; for tens of seconds it is still being found. Callable
    /// from any thread.
    public double driftPpm() {
        return input.drift() * 1e6;
    }

    public StageStats stats() {
        return meter.stats();
    }

    /// Blocks that the machine was too busy to make.
    public long skippedBlocks() {
        return pacer.skippedTicks();
    }

    /// Waits for the next block and sends it out.
    void tick() throws InterruptedException {
        long dueNanos = pacer.next();
        input.await(pictureAgeNanos.getAsLong(), dueNanos);
        long startedNanos = clock.nanos();
        meter.entered();
        long wanted = dueNanos - delay.next(input.takeLongestWaitNanos(), pictureAgeNanos.getAsLong());
        long captured = input.read(wanted, block);
        strip.apply(block);
        levels.measure(block);
        double age = startedNanos - captured;
        ageNanos = ageNanos == 0 ? age : ageNanos + AGE_SMOOTHING * (age - ageNanos);
        send(dueNanos, captured);
        meter.left(clock.nanos() - startedNanos);
    }

    private void send(long dueNanos, long capturedNanos) {
        FrameBuffer buffer = pool.tryLend();
        if (buffer == null) {
            meter.dropped();
            return;
        }
        MemorySegment.copy(block, 0, buffer.memory(), ValueLayout.JAVA_FLOAT, 0, block.length);
        try (var frame = new AudioFrame(AudioFormat.BLOCK_FRAMES, dueNanos, capturedNanos, buffer)) {
            output.offer(frame);
        }
    }

    /// Ends the thread.
    @Override
    public void close() {
        thread.close();
    }
}
