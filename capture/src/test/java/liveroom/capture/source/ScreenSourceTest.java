package liveroom.capture.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import liveroom.capture.CaptureException.Code;
import liveroom.capture.media.FramePool;
import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ScreenSourceTest {
    private static final VideoFormat FORMAT = new VideoFormat(320, 180);

    private final VideoLog video = new VideoLog(VideoLog.Keep.PIXELS);
    private final AudioLog audio = new AudioLog();

    @AfterEach
    void nothingIsLent() {
        Await.until("all is given back", () -> FramePool.lentByAll() == 0);
    }

    @Test
    void screen_painted_arrivesInItsColoursWithBarsAtTheSides() throws IOException {
        try (XDisplay display = XDisplay.start(480, 360);
                SourceDeck deck = deck()) {
            display.fill(0, 0, 480, 360, 0xc02020);
            display.fill(0, 0, 240, 180, 0x2040e0);
            deck.select(new SourceSpec.Screen(display.name()), new SourceSpec.None());
            Await.until("pictures of the screen", () -> isBlue(0.25) && running(deck));
            VideoLog.Entry picture = video.last();
            assertColour(picture, 0.25, 0x2040e0);
            assertColour(picture, 0.75, 0xc02020);
            // 4:3 in 16:9: an eighth of the width is black on each side.
            assertThat(List.of(picture.y(0.01, 0.5), picture.u(0.01, 0.5), picture.v(0.01, 0.5)))
                    .containsExactly(16, 128, 128);
            assertThat(List.of(picture.y(0.99, 0.5), picture.u(0.99, 0.5), picture.v(0.99, 0.5)))
                    .containsExactly(16, 128, 128);
            display.fill(0, 0, 480, 360, 0x2040e0);
            Await.until("the change", () -> isBlue(0.75));
        }
    }

    @Test
    void screen_vanishing_failsAndTheShowGoesOn() throws IOException {
        try (SourceDeck deck = deck()) {
            try (XDisplay display = XDisplay.start(320, 240)) {
                deck.select(new SourceSpec.Screen(display.name()), new SourceSpec.None());
                Await.until("pictures of the screen", () -> running(deck));
            }
            Await.until("the failure", () -> deck.videoStatus() instanceof SourceStatus.Failed);
            int before = video.count();
            Await.until("slates", () -> video.count() > before + 2);
            assertThat(video.last().y(0.02, 0.02)).isEqualTo(36);
        }
    }

    @Test
    void screen_thatIsNotThere_saysSoInWords() {
        try (SourceDeck deck = deck()) {
            deck.select(new SourceSpec.Screen(":4711"), new SourceSpec.None());
            Await.until("the failure", () -> deck.videoStatus() instanceof SourceStatus.Failed);
            SourceStatus.Failed failed = (SourceStatus.Failed) deck.videoStatus();
            assertThat(failed.detail()).startsWith("screen::4711: ");
            assertThat(failed.code()).isIn(Code.MISSING, Code.LOST);
        }
    }

    private SourceDeck deck() {
        return new SourceDeck(FORMAT, 30, StudioClock.SYSTEM, video, audio, (spec, status) -> status.toString());
    }

    private static boolean running(SourceDeck deck) {
        return deck.videoStatus() instanceof SourceStatus.Running
                && deck.videoStats().in() > 3;
    }

    private boolean isBlue(double x) {
        return video.count() > 0 && video.last().u(x, 0.25) > 180;
    }

    private static void assertColour(VideoLog.Entry picture, double x, int rgb) {
        assertThat(picture.y(x, 0.25)).isCloseTo(Raster.luma(rgb) & 0xff, within(2));
        assertThat(picture.u(x, 0.25)).isCloseTo(Raster.chromaBlue(rgb) & 0xff, within(2));
        assertThat(picture.v(x, 0.25)).isCloseTo(Raster.chromaRed(rgb) & 0xff, within(2));
    }
}
