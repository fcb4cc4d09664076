package liveroom.capture.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import liveroom.capture.media.FakeClock;
import liveroom.capture.media.FramePool;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.media.VideoFrame;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProgramVideoTest {
    private static final VideoFormat FORMAT = new VideoFormat(16, 16);

    private final FakeClock clock = new FakeClock();
    private final FramePool frames = new FramePool(FORMAT.bytes(), 8);
    private final List<VideoFrame> seen = new ArrayList<>();
    private final ProgramVideo program = new ProgramVideo(FORMAT, 30, clock, Compositor.SOURCE_ONLY, seen::add);

    @AfterEach
    void nothingStaysLent() {
        program.close();
        assertThat(frames.lent()).isZero();
    }

    @Test
    void tick_noSource_showsBlackAtTheCadence() throws InterruptedException {
        for (int i = 0; i < 30; i++) {
            program.tick();
        }

        assertThat(seen).hasSize(30);
        assertThat(seen.getLast().ptsNanos() - seen.getFirst().ptsNanos()).isBetween(966_666_000L, 966_667_000L);
        assertThat(program.repeatedFrames()).isEqualTo(30);
    }

    @Test
    void tick_sourceTooFast_showsTheNewestAndCountsTheRest() throws InterruptedException {
        offer();
        offer();
        long newest = offer();

        program.tick();

        assertThat(seen.getFirst().capturedNanos()).isEqualTo(newest);
        assertThat(program.droppedFrames()).isEqualTo(2);
        assertThat(program.repeatedFrames()).isZero();
    }

    @Test
    void tick_sourceStops_repeatsItsLastPicture() throws InterruptedException {
        long last = offer();

        program.tick();
        program.tick();

        assertThat(seen.get(1).capturedNanos()).isEqualTo(last);
        assertThat(seen.get(1).ptsNanos()).isGreaterThan(seen.get(0).ptsNanos());
        assertThat(program.repeatedFrames()).isOne();
    }

    @Test
    void tick_machineTooBusy_skipsTicksWithoutABurst() throws InterruptedException {
        program.tick();
        clock.advanceMillis(150);

        program.tick();
        program.tick();

        assertThat(program.droppedFrames()).isEqualTo(3);
        assertThat(seen.get(2).ptsNanos() - seen.get(1).ptsNanos()).isBetween(33_000_000L, 34_000_000L);
    }

    /// A source as fast as the program, whose pictures arrive with 2 ms of jitter right around the tick.
    @Test
    void tick_sourceInStepWithProgram_settlesWithoutDropsAndWithAYoungPicture() throws InterruptedException {
        long start = clock.nanos();
        int[] delivered = {0};
        clock.meanwhile(deadline -> {
            while (arrival(start, delivered[0]) <= deadline) {
                clock.advanceTo(arrival(start, delivered[0]++));
                offer();
            }
        });
        for (int tick = 0; tick < 300; tick++) {
            program.tick();
        }
        long droppedBefore = program.droppedFrames();
        for (int tick = 0; tick < 600; tick++) {
            program.tick();
        }

        assertThat(program.droppedFrames()).isEqualTo(droppedBefore);
        assertThat(program.ageNanos()).isLessThan(14_000_000);
    }

    private static long arrival(long start, int index) {
        return start + index * 1_000_000_000L / 30 + jitterNanos(index);
    }

    private static long jitterNanos(int index) {
        return (index * 7919L % 5) * 500_000;
    }

    private long offer() {
        try (VideoFrame frame = new VideoFrame(FORMAT, clock.nanos(), Objects.requireNonNull(frames.tryLend()))) {
            program.input().offer(frame);
            return frame.capturedNanos();
        }
    }
}
