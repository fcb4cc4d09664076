package liveroom.capture.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntToLongFunction;
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

    @Test
    void tick_somePicturesTakeLongToCompose_countsThoseThatLeaveOffTheBeat() throws InterruptedException {
        int[] composeMillis = {0, 0, 3, 3, 9, 3};
        int[] next = {0};
        Compositor slow = (source, ptsNanos) -> {
            clock.advanceMillis(composeMillis[next[0]++]);
            return source.retain().at(ptsNanos);
        };
        try (ProgramVideo uneven = new ProgramVideo(FORMAT, 30, clock, slow, frame -> true)) {
            for (int i = 0; i < composeMillis.length; i++) {
                uneven.tick();
            }

            assertThat(uneven.unevenFrames()).isEqualTo(2);
        }
    }

    /// A source as fast as the program, whose pictures arrive with 2 ms of jitter right around the
    /// tick.
    @Test
    void tick_sourceInStepWithProgram_settlesWithoutDropsAndWithAYoungPicture() throws InterruptedException {
        play(index -> period(index) + jitterNanos(index));
        run(300);
        long droppedBefore = program.droppedFrames();
        run(600);

        assertThat(program.droppedFrames()).isEqualTo(droppedBefore);
        assertThat(program.ageNanos()).isLessThan(14_000_000);
    }

    /// Three seconds after it began a source that came at a bad moment is taken soon after each picture.
    @Test
    void tick_sourceBeginsJustAfterATick_isYoungWithinThreeSeconds() throws InterruptedException {
        program.tick();
        play(index -> period(index) + 2_000_000);
        run(90);
        seen.clear();
        run(30);

        assertThat(seen)
                .allSatisfy(picture ->
                        assertThat(picture.ptsNanos() - picture.capturedNanos()).isBetween(0L, 6_000_000L));
    }

    /// A camera of which every ninth picture comes 4.5 ms late once all have long come in time.
    @Test
    void tick_pictureOfACameraIsALittleLate_isWaitedForAtItsTick() throws InterruptedException {
        play(index -> period(index) + (index > 300 && index % 9 == 0 ? 4_500_000 : 0));
        run(290);
        long droppedBefore = program.droppedFrames();
        long repeatedBefore = program.repeatedFrames();
        run(300);

        assertThat(program.droppedFrames()).isEqualTo(droppedBefore);
        assertThat(program.repeatedFrames()).isEqualTo(repeatedBefore);
        assertThat(program.unevenFrames()).isZero();
    }

    /// A camera of which every ninth picture comes 12 ms late: too late to be waited for at its tick.
    @Test
    void tick_picturesOfACameraAreOftenLate_areNotLostForLong() throws InterruptedException {
        play(index -> period(index) + (index > 300 && index % 9 == 0 ? 12_000_000 : 0));
        run(400);
        long droppedBefore = program.droppedFrames();
        run(300);

        assertThat(droppedBefore).isPositive();
        assertThat(program.droppedFrames()).isEqualTo(droppedBefore);
    }

    /// Between its pictures there is nothing to wait for.
    @Test
    void tick_sourceHalfAsFast_keepsTheBeat() throws InterruptedException {
        play(index -> 2 * period(index));
        run(120);
        for (int tick = 0; tick < 60; tick++) {
            program.tick();
            assertThat(clock.nanos() - seen.getLast().ptsNanos()).isZero();
        }
    }

    /// A source as fast as the program, of which every seventh picture comes half a period late.
    @Test
    void tick_sourceComesUnevenly_showsEveryPictureInItsTurn() throws InterruptedException {
        program.prefer(Priority.EVERY_PICTURE);
        play(index -> period(index) + (index % 7 == 0 ? 17_000_000 : 0));
        run(300);
        long droppedBefore = program.droppedFrames();
        long repeatedBefore = program.repeatedFrames();
        seen.clear();
        run(600);

        assertThat(program.droppedFrames()).isEqualTo(droppedBefore);
        assertThat(program.repeatedFrames()).isEqualTo(repeatedBefore);
        assertThat(seen).extracting(VideoFrame::capturedNanos).isSorted().doesNotHaveDuplicates();
        assertThat(longestStep()).isLessThan(34_000_000);
    }

    @Test
    void tick_onePictureIsLateByMoreThanAPeriod_losesNoneAndIsYoungAgainLater() throws InterruptedException {
        program.prefer(Priority.EVERY_PICTURE);
        play(index -> period(index) + (index == 200 ? 45_000_000 : 0));
        run(180);
        long droppedBefore = program.droppedFrames();
        run(30);
        long ageAfter = program.ageNanos();
        run(900);

        assertThat(program.droppedFrames()).isEqualTo(droppedBefore);
        assertThat(ageAfter).isGreaterThan(14_000_000);
        assertThat(program.ageNanos()).isLessThan(14_000_000);
    }

    /// Where the delay comes first, the picture that has come too late gives way to the next one.
    @Test
    void tick_onePictureOfACameraIsLate_isYoungAgainAtOnce() throws InterruptedException {
        play(index -> period(index) + (index == 200 ? 45_000_000 : 0));
        run(180);
        run(30);
        seen.clear();
        run(60);

        assertThat(program.ageNanos()).isLessThan(14_000_000);
        assertThat(seen).extracting(VideoFrame::capturedNanos).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void tick_sourceTwiceAsFast_countsWhatIsBeyondTheCadenceAsSurplus() throws InterruptedException {
        play(index -> period(index) / 2);
        run(90);
        long droppedBefore = program.droppedFrames();
        long surplusBefore = program.surplusFrames();
        run(300);

        assertThat(program.droppedFrames()).isEqualTo(droppedBefore);
        assertThat(program.surplusFrames() - surplusBefore).isBetween(299L, 301L);
        assertThat(program.ageNanos()).isLessThan(17_000_000);
    }

    @Test
    void tick_sourceStallsAndComesInABurst_isNotTakenForAFasterOne() throws InterruptedException {
        program.prefer(Priority.EVERY_PICTURE);
        play(index -> period(index >= 170 && index < 177 ? 177 : index));
        run(150);
        long droppedBefore = program.droppedFrames();
        run(450);

        assertThat(program.surplusFrames()).isZero();
        assertThat(program.droppedFrames() - droppedBefore).isLessThan(8);
    }

    @Test
    void tick_machineTooBusyWhilePicturesCome_countsEachLossOnce() throws InterruptedException {
        play(ProgramVideoTest::period);
        run(180);
        long droppedBefore = program.droppedFrames();
        clock.advanceMillis(200);
        program.tick();

        assertThat(program.droppedFrames() - droppedBefore).isEqualTo(5);
    }

    @Test
    void tick_machineStandsStillForAMomentOfAFilm_showsEveryPictureAtItsOwnTime() throws InterruptedException {
        program.prefer(Priority.EVERY_PICTURE);
        play(index -> period(index) - 6_000_000);
        run(180);
        long droppedBefore = program.droppedFrames();
        seen.clear();
        clock.sleepUntil(clock.nanos() + 95_000_000);
        run(30);

        assertThat(program.droppedFrames()).isEqualTo(droppedBefore);
        assertThat(seen).extracting(VideoFrame::capturedNanos).isSorted().doesNotHaveDuplicates();
        assertThat(longestStep()).isLessThan(34_000_000);
    }

    /// Pictures of a film come ahead of their time.
    @Test
    void tick_pictureIsNotDueYet_waitsForItsTimeHoweverLongTheSourceIsSilent() throws InterruptedException {
        program.prefer(Priority.EVERY_PICTURE);
        playAhead();
        run(180);
        long droppedBefore = program.droppedFrames();
        long repeatedBefore = program.repeatedFrames();
        seen.clear();
        clock.meanwhile(_ -> {});
        run(4);

        assertThat(program.droppedFrames()).isEqualTo(droppedBefore);
        assertThat(program.repeatedFrames()).isEqualTo(repeatedBefore);
        assertThat(seen).extracting(VideoFrame::capturedNanos).isSorted().doesNotHaveDuplicates();
        assertThat(seen)
                .allSatisfy(picture ->
                        assertThat(picture.ptsNanos() - picture.capturedNanos()).isBetween(0L, 14_000_000L));
    }

    @Test
    void tick_machineStandsStillForAMomentWithPicturesInAdvance_showsEachAtItsOwnTime() throws InterruptedException {
        program.prefer(Priority.EVERY_PICTURE);
        playAhead();
        run(180);
        long droppedBefore = program.droppedFrames();
        long repeatedBefore = program.repeatedFrames();
        seen.clear();
        clock.advanceMillis(140);
        run(30);

        assertThat(program.droppedFrames()).isEqualTo(droppedBefore);
        assertThat(program.repeatedFrames()).isEqualTo(repeatedBefore);
        assertThat(seen).extracting(VideoFrame::capturedNanos).isSorted().doesNotHaveDuplicates();
        assertThat(longestStep()).isLessThan(34_000_000);
    }

    @Test
    void tick_cameraTakesTheFilmsPlace_showsNothingOfTheFilmThatWasYetToCome() throws InterruptedException {
        program.prefer(Priority.EVERY_PICTURE);
        playAhead();
        run(60);
        clock.meanwhile(_ -> {});
        program.prefer(Priority.DELAY);
        seen.clear();
        long camera = offer();
        run(6);

        assertThat(seen).extracting(VideoFrame::capturedNanos).containsOnly(camera);
    }

    @Test
    void tick_machineStandsStillForLongOfAFilm_goesOnWithoutABurst() throws InterruptedException {
        program.prefer(Priority.EVERY_PICTURE);
        play(ProgramVideoTest::period);
        run(180);
        seen.clear();
        clock.advanceMillis(400);
        program.tick();
        long now = clock.nanos();
        program.tick();

        assertThat(clock.nanos() - now).isBetween(20_000_000L, 34_000_000L);
    }

    /// Delivers pictures, while the program waits, at these times after now.
    private void play(IntToLongFunction arrival) {
        play(arrival, 0);
    }

    /// @param leadNanos how long after their arrival they are due
    private void play(IntToLongFunction arrival, long leadNanos) {
        long start = clock.nanos();
        int[] delivered = {0};
        clock.meanwhile(deadline -> {
            while (start + arrival.applyAsLong(delivered[0]) <= deadline) {
                long arrivedNanos = start + arrival.applyAsLong(delivered[0]++);
                clock.advanceTo(arrivedNanos);
                offer(arrivedNanos + leadNanos);
            }
        });
    }

    /// Delivers the pictures of a film, each 150 ms before it is due.
    private void playAhead() {
        play(ProgramVideoTest::period, 150_000_000);
    }

    private void run(int ticks) throws InterruptedException {
        for (int tick = 0; tick < ticks; tick++) {
            program.tick();
        }
    }

    private long longestStep() {
        long longest = 0;
        for (int i = 1; i < seen.size(); i++) {
            longest = Math.max(longest, seen.get(i).ptsNanos() - seen.get(i - 1).ptsNanos());
        }
        return longest;
    }

    private static long period(int index) {
        return index * 1_000_000_000L / 30;
    }

    private static long jitterNanos(int index) {
        return (index * 7919L % 5) * 500_000;
    }

    private long offer() {
        return offer(clock.nanos());
    }

    private long offer(long capturedNanos) {
        try (VideoFrame frame = new VideoFrame(FORMAT, capturedNanos, Objects.requireNonNull(frames.tryLend()))) {
            program.input().offer(frame);
            return frame.capturedNanos();
        }
    }
}
