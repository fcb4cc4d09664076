package liveroom.capture.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import liveroom.capture.media.FramePool;
import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MediaFileReaderTest {
    private static final VideoFormat FORMAT = new VideoFormat(640, 360);

    private final VideoLog video = new VideoLog(VideoLog.Keep.POINTS, 0.5, 0.5);
    private final AudioLog audio = new AudioLog();

    @AfterEach
    void nothingIsLent() {
        assertThat(FramePool.lentByAll()).isZero();
    }

    @Test
    void recording_acrossItsLoopPoint_keepsPictureAndSoundOnOneTimeline() {
        SourceSpec file = new SourceSpec.MediaFile(Recordings.hello());
        try (SourceDeck deck = new SourceDeck(FORMAT, 30, StudioClock.SYSTEM, video, audio, (spec, status) -> "")) {
            deck.select(file, file);
            Await.until("sound beyond the end", () -> audio.frames() > 48_000 * 10);
            assertThat(deck.videoStatus()).isInstanceOf(SourceStatus.Running.class);
            assertThat(deck.audioStatus()).isInstanceOf(SourceStatus.Running.class);
        }
        List<AudioLog.Entry> blocks = audio.entries();
        long start = blocks.getFirst().capturedNanos();
        long gap = 0;
        long restart = 0;
        for (int i = 1; i < blocks.size(); i++) {
            long hole = blocks.get(i).capturedNanos() - blocks.get(i - 1).endNanos();
            assertThat(hole).isBetween(-1_000_000L, 60_000_000L);
            if (hole > gap) {
                gap = hole;
                restart = blocks.get(i).capturedNanos();
            }
        }
        System.out.println("gap " + gap + " period " + (restart - start));
        for (int i = 1; i < video.count(); i++) {
            long step = video.entries().get(i).capturedNanos()
                    - video.entries().get(i - 1).capturedNanos();
            if (step > 40_000_000 || step < 25_000_000) System.out.println("step " + i + " " + step / 1e6);
        }
        System.out.println("offset " + (start - video.entries().get(1).capturedNanos()));
    }
}
