package liveroom.capture.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import liveroom.capture.media.FramePool;
import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TestSourceTest {
    private static final VideoFormat FORMAT = new VideoFormat(640, 360);
    private static final long SECOND = 1_000_000_000L;

    private final VideoLog video = new VideoLog(VideoLog.Keep.POINTS, 0.06, 0.62, 0.17, 0.77, 0.29, 0.94);
    private final AudioLog audio = new AudioLog();

    @AfterEach
    void nothingIsLent() {
        Await.until("all is given back", () -> FramePool.lentByAll() == 0);
    }

    @Test
    void flashAndBeep_acrossSeconds_coverExactlyTheFirstTenthOfEachSecond() {
        try (SourceDeck deck = new SourceDeck(FORMAT, 30, StudioClock.SYSTEM, video, audio, (spec, status) -> "")) {
            deck.select(new SourceSpec.Test(), new SourceSpec.Test());
            Await.until("two seconds of picture and sound", () -> video.count() > 75 && audio.count() > 220);
        }
        List<VideoLog.Entry> pictures = video.entries().stream()
                .filter(picture -> picture.luma().get(0) != 36)
                .toList();
        assertThat(pictures).isNotEmpty();
        int flashes = 0;
        for (VideoLog.Entry picture : video.entries()) {
            boolean flash = Math.floorMod(picture.capturedNanos(), SECOND) < SECOND / 10;
            if (picture.luma().get(1) == 36) {
                continue; // the slate before the first picture
            }
            flashes += flash ? 1 : 0;
            for (int luma : picture.luma()) {
                assertThat(luma).matches(y -> flash ? y == 235 : y < 40);
            }
        }
        assertThat(flashes).isGreaterThanOrEqualTo(6);
        assertThat(beepsAreExact()).isGreaterThanOrEqualTo(9_000);
    }

    /// Checks every sample and returns how many sounded.
    private int beepsAreExact() {
        int sounding = 0;
        float[] beep = TestSoundReader.beep();
        for (AudioLog.Entry block : audio.entries()) {
            long first = Math.floorMod(block.capturedNanos(), SECOND) * 48_000 / SECOND;
            for (int i = 0; i < block.frames(); i++) {
                int inSecond = (int) ((first + i) % 48_000);
                float expected = inSecond < 4_800 ? beep[2 * inSecond] : 0;
                assertThat(block.samples().get(2 * i)).isEqualTo(expected);
                assertThat(block.samples().get(2 * i + 1)).isEqualTo(expected);
                sounding += inSecond < 4_800 ? 1 : 0;
            }
        }
        return sounding;
    }

    @Test
    void pictures_whileRunning_lieOnTheGridOfWholeSeconds() {
        try (SourceDeck deck = new SourceDeck(FORMAT, 30, StudioClock.SYSTEM, video, audio, (spec, status) -> "")) {
            deck.select(new SourceSpec.Test(), new SourceSpec.None());
            Await.until("a second of picture", () -> video.count() > 40);
        }
        List<Long> stamps = video.entries().stream()
                .map(VideoLog.Entry::capturedNanos)
                .filter(stamp -> onGrid(stamp, 30))
                .toList();
        assertThat(stamps).hasSizeGreaterThan(30).isSorted().doesNotHaveDuplicates();
        assertThat(audio.count()).isZero();
    }

    private static boolean onGrid(long stamp, int fps) {
        long inSecond = Math.floorMod(stamp, SECOND);
        long number = Math.round(inSecond * (double) fps / SECOND);
        return Math.ceilDiv(number * SECOND, (long) fps) == inSecond;
    }

    @Test
    void beep_atItsEdges_hasRampsOfTwoMilliseconds() {
        float[] beep = TestSoundReader.beep();
        assertThat(beep).hasSize(2 * 4_800);
        assertThat(beep[0]).isZero();
        assertThat(beep[2 * 4_799]).isZero();
        double peak = 0;
        for (int i = 96; i < 4_704; i++) {
            peak = Math.max(peak, Math.abs(beep[2 * i]));
        }
        assertThat(peak).isBetween(0.24, 0.251);
    }
}
