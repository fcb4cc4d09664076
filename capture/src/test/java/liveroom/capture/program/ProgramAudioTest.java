package liveroom.capture.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import liveroom.capture.media.AudioFormat;
import liveroom.capture.media.AudioFrame;
import liveroom.capture.media.FakeClock;
import liveroom.capture.media.FramePool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProgramAudioTest {
    private static final double TONE_HZ = 440;
    private static final int CHUNK_FRAMES = 960;
    /// The steepest step between two samples of a full-scale tone, with room for rounding.
    private static final double STEEPEST = 2 * Math.PI * TONE_HZ / AudioFormat.SAMPLE_RATE_HZ * 1.05;

    private final FakeClock clock = new FakeClock();
    private final FramePool blocks = new FramePool((long) CHUNK_FRAMES * AudioFormat.BYTES_PER_FRAME, 4);
    private final long startNanos = clock.nanos();
    private long pictureAgeNanos;
    private final ProgramAudio program = new ProgramAudio(clock, () -> pictureAgeNanos, this::listen);
    private long framesSent;
    /// Of the source that delivers while the mixer waits; 0 if there is none.
    private double speed;
    /// After its capture.
    private long latestLeftNanos;
    private long earliestLeftNanos;
    private int blocksHeard;
    private float lastSample;
    private double steepestStep;
    private double loudest;
    private int silentBlocks;
    private long lastPts;
    private long lastAge;

    @BeforeEach
    void theSourceDeliversMeanwhile() {
        clock.meanwhile(this::deliver);
    }

    @AfterEach
    void nothingStaysLent() {
        program.close();
        assertThat(blocks.lent()).isZero();
    }

    @Test
    void tick_noSource_isSilent() throws InterruptedException {
        for (int i = 0; i < 10; i++) {
            program.tick();
        }

        assertThat(blocksHeard).isEqualTo(10);
        assertThat(silentBlocks).isEqualTo(10);
    }

    @Test
    void tick_steadySource_isContinuousAndStampedWithItsCapture() throws InterruptedException {
        run(200, 1);

        assertThat(steepestStep).isLessThan(STEEPEST);
        assertThat(silentBlocks).isLessThan(8);
        assertThat(lastAge).isBetween(20_000_000L, 60_000_000L);
    }

    /// A sound card 300 ppm fast, for a minute: nothing runs over, nothing clicks.
    @Test
    void tick_sourceClockDrifts_staysContinuous() throws InterruptedException {
        run(200, 1.0003);
        int silentAtStart = silentBlocks;

        run(5_800, 1.0003);

        assertThat(steepestStep).isLessThan(STEEPEST);
        assertThat(silentBlocks).isEqualTo(silentAtStart);
        assertThat(lastAge).isBetween(15_000_000L, 60_000_000L);
    }

    @Test
    void tick_sourceStopsAndReturns_fadesWithoutAClick() throws InterruptedException {
        run(100, 1);
        for (int i = 0; i < 50; i++) {
            program.tick();
        }
        assertThat(silentBlocks).isGreaterThan(30);
        int silent = silentBlocks;
        framesSent = AudioFormat.nanosToFrames(clock.nanos() - startNanos);

        run(100, 1);

        assertThat(silentBlocks - silent).isLessThan(12);
        assertThat(steepestStep).isLessThan(STEEPEST);
    }

    /// Its chunks last 20 ms: half of the blocks wait for nothing but the chunk.
    @Test
    void tick_steadySource_leavesAsSoonAsItIsThere() throws InterruptedException {
        run(200, 1);
        latestLeftNanos = 0;
        earliestLeftNanos = Long.MAX_VALUE;

        run(100, 1);

        assertThat(latestLeftNanos).isLessThanOrEqualTo(AudioFormat.framesToNanos(CHUNK_FRAMES + 480));
        assertThat(program.ageNanos()).isBetween(earliestLeftNanos, latestLeftNanos);
    }

    @Test
    void tick_pictureOlderThanTheSound_waitsForIt() throws InterruptedException {
        pictureAgeNanos = 55_000_000;
        run(200, 1);
        earliestLeftNanos = Long.MAX_VALUE;

        run(100, 1);

        assertThat(earliestLeftNanos).isGreaterThanOrEqualTo(pictureAgeNanos);
    }

    @Test
    void tick_machineTooBusy_losesNoSample() throws InterruptedException {
        run(100, 1);
        clock.advanceMillis(120);
        int heard = blocksHeard;
        run(30, 1);

        assertThat(blocksHeard - heard).isEqualTo(30);
        assertThat(program.skippedBlocks()).isZero();
        assertThat(steepestStep).isLessThan(STEEPEST);
    }

    @Test
    void mute_whilePlaying_glidesToSilenceAndBack() throws InterruptedException {
        run(100, 1);
        program.strip().mute();
        run(50, 1);
        loudest = 0;
        run(5, 1);
        assertThat(loudest).isLessThan(1e-4);

        program.strip().unmute();
        run(50, 1);
        assertThat(steepestStep).isLessThan(STEEPEST * 1.1);
        loudest = 0;
        run(10, 1);
        assertThat(loudest).isCloseTo(1, within(0.02));
    }

    @Test
    void gain_halved_isHeardAndMeasured() throws InterruptedException {
        run(100, 1);
        program.strip().setGainDb(-6.02);
        run(100, 1);
        loudest = 0;
        run(20, 1);

        assertThat(loudest).isCloseTo(0.5, within(0.01));
        assertThat(program.levels().leftPeakDbfs()).isCloseTo(-6.02, within(0.2));
        assertThat(program.levels().rightRmsDbfs()).isCloseTo(-9.03, within(0.3));
    }

    /// Lets the mixer make blocks while a source that runs at `speed` delivers chunks of 20 ms as soon as they are
    /// full.
    private void run(int ticks, double speed) throws InterruptedException {
        this.speed = speed;
        for (int i = 0; i < ticks; i++) {
            while (full() <= clock.nanos()) {
                deliver(clock.nanos());
            }
            program.tick();
        }
        this.speed = 0;
    }

    /// When the next chunk is.
    private long full() {
        return startNanos + Math.round(AudioFormat.framesToNanos(framesSent + CHUNK_FRAMES) / speed);
    }

    private void deliver(long deadlineNanos) {
        if (speed > 0 && full() <= deadlineNanos) {
            clock.advanceTo(full());
            long captured = startNanos + Math.round(AudioFormat.framesToNanos(framesSent) / speed);
            try (AudioFrame chunk = new AudioFrame(CHUNK_FRAMES, captured, Objects.requireNonNull(blocks.tryLend()))) {
                for (int i = 0; i < CHUNK_FRAMES; i++) {
                    float sample =
                            (float) Math.sin(2 * Math.PI * TONE_HZ * (framesSent + i) / AudioFormat.SAMPLE_RATE_HZ);
                    chunk.setSample(i * 2, sample);
                    chunk.setSample(i * 2 + 1, sample);
                }
                program.input().offer(chunk);
            }
            framesSent += CHUNK_FRAMES;
        }
    }

    private boolean listen(AudioFrame block) {
        double peak = 0;
        for (int i = 0; i < block.frames(); i++) {
            float sample = block.sample(i * 2);
            steepestStep = Math.max(steepestStep, Math.abs(sample - lastSample));
            peak = Math.max(peak, Math.abs(sample));
            lastSample = sample;
        }
        if (lastPts != 0) {
            assertThat(block.ptsNanos() - lastPts).isEqualTo(AudioFormat.BLOCK_NANOS);
        }
        lastPts = block.ptsNanos();
        lastAge = block.ptsNanos() - block.capturedNanos();
        latestLeftNanos = Math.max(latestLeftNanos, clock.nanos() - block.capturedNanos());
        earliestLeftNanos = Math.min(earliestLeftNanos, clock.nanos() - block.capturedNanos());
        loudest = Math.max(loudest, peak);
        silentBlocks += peak == 0 ? 1 : 0;
        blocksHeard++;
        return true;
    }
}
