package liveroom.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import liveroom.capture.media.AudioFormat;
import liveroom.capture.media.AudioFrame;
import liveroom.capture.media.StageStats;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.media.VideoFrame;

/// Offers a [SyntheticProgram] to an encoder in the order of a real one.
public final class ProgramFeed {
    public static final int FPS = 30;
    private static final long DEADLINE_NANOS = 20 * SyntheticProgram.SECOND;

    private final ProgramEncoder encoder;
    private final SyntheticProgram program;
    private final long originNanos;
    private final long pictureLagNanos;
    private final long soundLagNanos;
    private int pictures;
    private int blocks;

    public ProgramFeed(ProgramEncoder encoder, VideoFormat format, long originNanos) {
        this(encoder, format, originNanos, 0, 0);
    }

    /// A program that leaves so long after its capture.
    public ProgramFeed(
            ProgramEncoder encoder, VideoFormat format, long originNanos, long pictureLagNanos, long soundLagNanos) {
        this.pictureLagNanos = pictureLagNanos;
        this.soundLagNanos = soundLagNanos;
        this.encoder = encoder;
        this.program = new SyntheticProgram(format);
        this.originNanos = originNanos;
    }

    /// The next picture and the sound up to it, as soon as the encoder has room for them.
    public void step() {
        long pts = originNanos + pictures++ * SyntheticProgram.SECOND / FPS;
        try (VideoFrame frame = program.picture(pts - pictureLagNanos)) {
            until(() -> encoder.video().offer(frame.at(pts)));
        }
        while (originNanos + blocks * AudioFormat.BLOCK_NANOS <= pts) {
            long blockPts = originNanos + blocks * AudioFormat.BLOCK_NANOS;
            try (AudioFrame block = program.block(blockPts - soundLagNanos)) {
                AudioFrame placed = new AudioFrame(block.frames(), blockPts, block.capturedNanos(), block.buffer());
                until(() -> encoder.audio().offer(placed));
            }
            blocks++;
        }
    }

    public void seconds(int seconds) {
        for (int i = 0; i < seconds * FPS; i++) {
            step();
        }
        settle();
    }

    /// Until all that was offered has been encoded.
    public void settle() {
        until(() -> encoder.rungFigures().stream().allMatch(rung -> isSettled(rung.stats()))
                && isSettled(encoder.audioStats()));
    }

    public static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + DEADLINE_NANOS;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static boolean isSettled(StageStats stats) {
        return stats.in() == stats.out() + stats.dropped();
    }
}
