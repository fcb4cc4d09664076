package liveroom.capture.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import liveroom.capture.media.FramePool;
import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MediaFileReaderTest {
    private static final VideoFormat FORMAT = new VideoFormat(320, 180);
    /// Runs at half speed, so that a busy machine keeps up.
    private static final StudioClock SLOW = () -> System.nanoTime() / 2;

    private static final int SLATE_LUMA = 36;

    private final VideoLog video = new VideoLog(VideoLog.Keep.POINTS, 0.5, 0.5, 0.1, 0.1, 0.9, 0.2);
    private final AudioLog audio = new AudioLog();

    @AfterEach
    void nothingIsLent() {
        Await.until("all is given back", () -> FramePool.lentByAll() == 0);
    }

    @Test
    void recording_acrossItsLoopPoint_keepsPictureAndSoundOnOneTimeline() {
        SourceSpec file = new SourceSpec.MediaFile(Recordings.hello());
        try (SourceDeck deck = new SourceDeck(FORMAT, 30, SLOW, video, audio, (spec, status) -> "")) {
            deck.select(file, file);
            Await.until("sound beyond the end", () -> audio.frames() > 48_000 * 9);
            assertThat(deck.videoStatus()).isInstanceOf(SourceStatus.Running.class);
            assertThat(deck.audioStatus()).isInstanceOf(SourceStatus.Running.class);
        }
        assertEvenSteps();
        List<Long> lags = soundBehindPictureAtStarts();
        assertThat(lags).hasSize(2);
        // The recording's first sound is at 42 ms, its first picture at 33.008 ms.
        assertThat(lags).allSatisfy(lag -> assertThat(lag).isCloseTo(8_992_000L, within(1_000L)));
    }

    /// No picture or sound is missing in the middle of a pass.
    private void assertEvenSteps() {
        List<VideoLog.Entry> pictures = pictures();
        int uneven = 0;
        for (int i = 1; i < pictures.size(); i++) {
            long step = pictures.get(i).capturedNanos() - pictures.get(i - 1).capturedNanos();
            uneven += Math.abs(step - 33_333_333L) > 1_000_000 ? 1 : 0;
        }
        assertThat(uneven).as("uneven steps, one of them the loop point").isLessThanOrEqualTo(1);
    }

    private List<VideoLog.Entry> pictures() {
        return video.entries().stream()
                .filter(picture -> !picture.luma().equals(List.of(SLATE_LUMA, SLATE_LUMA, SLATE_LUMA)))
                .toList();
    }

    /// How long after its first picture the first sound of each pass comes.
    private List<Long> soundBehindPictureAtStarts() {
        List<Long> lags = new ArrayList<>();
        List<AudioLog.Entry> blocks = audio.entries();
        for (int i = 0; i < blocks.size(); i++) {
            long hole = i == 0
                    ? 1
                    : blocks.get(i).capturedNanos() - blocks.get(i - 1).endNanos();
            assertThat(hole).isBetween(-1_000L, 60_000_000L);
            if (i == 0 || hole > 1_000_000) {
                long start = blocks.get(i).capturedNanos();
                long picture = pictures().stream()
                        .mapToLong(VideoLog.Entry::capturedNanos)
                        .filter(stamp -> stamp <= start)
                        .max()
                        .orElseThrow();
                lags.add(start - picture);
            }
        }
        return lags;
    }
}
