package liveroom.capture.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import liveroom.capture.CaptureException.Code;
import liveroom.capture.media.FramePool;
import liveroom.capture.media.FrameSink;
import liveroom.capture.media.Niceness;
import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.media.VideoFrame;
import liveroom.capture.source.FakeReaders.Mood;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

final class SourceDeckTest {
    private static final VideoFormat FORMAT = new VideoFormat(64, 36);
    private static final SourceSpec NONE = new SourceSpec.None();
    private static final int SLATE = 36;
    private static final int RED = 81;
    private static final int BLUE = 41;

    private final AtomicLong leap = new AtomicLong();
    private final StudioClock clock = () -> System.nanoTime() + leap.get();
    private final FakeReaders devices = new FakeReaders();
    private final VideoLog video = new VideoLog(VideoLog.Keep.POINTS, 0.02, 0.02);
    private final AudioLog audio = new AudioLog();

    private SourceDeck deck() {
        Feed.Setting setting = new Feed.Setting(FORMAT, 30, clock, devices, new Backoff(5, 20));
        return new SourceDeck(setting, video, audio, (spec, status) -> status.toString());
    }

    @AfterEach
    void nothingIsLentOrOpen() {
        devices.releaseHanging();
        Await.until("all devices closed", () -> devices.open() == 0);
        Await.until("all is given back", () -> FramePool.lentByAll() == 0);
    }

    private List<Integer> lumas(int from) {
        return video.entries().stream()
                .skip(from)
                .map(entry -> entry.luma().getFirst())
                .toList();
    }

    private void awaitPicture(int luma) {
        Await.until(
                "luma " + luma, () -> video.count() > 0 && video.last().luma().getFirst() == luma);
    }

    @Test
    void none_shownAtFirst_isAPlainSlateWithoutSoundOrError() {
        try (SourceDeck deck = deck()) {
            awaitPicture(SLATE);
            Await.until("a steady slate", () -> video.count() > 3);
            assertThat(deck.videoStatus()).isInstanceOf(SourceStatus.Running.class);
            assertThat(deck.videoSpec()).isEqualTo(NONE);
        }
        assertThat(audio.count()).isZero();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void device_systemGrantsIt_isReadWithALargerShareOfAProcessor() throws IOException {
        assumeThat(Niceness.isLargerShareGranted()).isTrue();
        Set<Integer> niceness = ConcurrentHashMap.newKeySet();
        Feed.Setting setting = new Feed.Setting(FORMAT, 30, clock, devices, new Backoff(5, 20));
        FrameSink<VideoFrame> watched = frame -> {
            niceness.add(Niceness.ofThisThread());
            return true;
        };
        try (SourceDeck deck = new SourceDeck(setting, watched, audio, (spec, status) -> status.toString())) {
            Await.until("the slate", () -> niceness.contains(Niceness.USUAL));
            deck.select(devices.device("a", RED, Mood.WORKS), NONE);
            Await.until("the device's pictures", () -> niceness.contains(Niceness.LARGER_SHARE));
        }
    }

    @Test
    void missingDevice_failsInWordsAndShowsASlate_andReturnsByItself() {
        SourceSpec camera = devices.device("a", RED, Mood.MISSING);
        try (SourceDeck deck = deck()) {
            deck.select(camera, NONE);
            Await.until("the failure", () -> deck.videoStatus() instanceof SourceStatus.Failed);
            assertThat(deck.videoStatus())
                    .isEqualTo(new SourceStatus.Failed(Code.MISSING, "No such file or directory"));
            awaitPicture(SLATE);
            devices.set(camera, RED, Mood.WORKS);
            awaitPicture(RED);
            assertThat(deck.videoStatus()).isInstanceOf(SourceStatus.Running.class);
        }
    }

    @Test
    void device_vanishingAndReturning_turnsIntoSlateAndBackEachTime() {
        SourceSpec camera = devices.device("a", RED, Mood.WORKS);
        try (SourceDeck deck = deck()) {
            deck.select(camera, NONE);
            for (int i = 0; i < 3; i++) {
                awaitPicture(RED);
                devices.set(camera, RED, Mood.MISSING);
                awaitPicture(SLATE);
                assertThat(deck.videoStatus()).isInstanceOf(SourceStatus.Failed.class);
                devices.set(camera, RED, Mood.WORKS);
            }
            awaitPicture(RED);
        }
    }

    @Test
    void device_crashing_failsAndReturns() {
        SourceSpec camera = devices.device("a", RED, Mood.WORKS);
        try (SourceDeck deck = deck()) {
            deck.select(camera, NONE);
            awaitPicture(RED);
            devices.set(camera, RED, Mood.CRASHES);
            Await.until("the failure", () -> deck.videoStatus() instanceof SourceStatus.Failed);
            devices.set(camera, RED, Mood.WORKS);
            awaitPicture(RED);
        }
    }

    @Test
    void switching_betweenWorkingDevices_neverShowsASlate() {
        SourceSpec red = devices.device("red", RED, Mood.WORKS);
        SourceSpec blue = devices.device("blue", BLUE, Mood.HANGS);
        try (SourceDeck deck = deck()) {
            deck.select(red, NONE);
            awaitPicture(RED);
            int from = video.count();
            deck.select(blue, NONE);
            assertThat(deck.videoStatus()).isInstanceOf(SourceStatus.Opening.class);
            Await.until("the old picture going on", () -> video.count() > from + 50);
            devices.set(blue, BLUE, Mood.WORKS);
            devices.releaseHanging();
            awaitPicture(BLUE);
            List<Integer> shown = lumas(from);
            assertThat(shown).containsOnly(RED, BLUE);
            assertThat(shown.subList(shown.indexOf(BLUE), shown.size())).containsOnly(BLUE);
            Await.until("the old one closed", () -> devices.open() == 1);
        }
    }

    @Test
    void switching_toADeviceThatFails_showsItsSlate() {
        SourceSpec red = devices.device("red", RED, Mood.WORKS);
        SourceSpec gone = devices.device("gone", BLUE, Mood.MISSING);
        try (SourceDeck deck = deck()) {
            deck.select(red, NONE);
            awaitPicture(RED);
            deck.select(gone, NONE);
            awaitPicture(SLATE);
            assertThat(deck.videoSpec()).isEqualTo(gone);
            Await.until("the old one closed", () -> devices.open() == 0);
        }
    }

    @Test
    void selecting_whileADeviceHangs_blocksNeitherCallerNorClose() {
        SourceSpec hanging = devices.device("hanging", RED, Mood.HANGS);
        SourceSpec blue = devices.device("blue", BLUE, Mood.WORKS);
        try (SourceDeck deck = deck()) {
            deck.select(hanging, hanging);
            Await.until("both asked", () -> devices.attempts() == 2);
            deck.select(blue, blue);
            awaitPicture(BLUE);
            Await.until("sound", () -> audio.count() > 3);
        }
        assertThat(devices.opened()).isEqualTo(2);
    }

    @Test
    void selecting_theSameAgain_leavesItUndisturbed() {
        SourceSpec red = devices.device("red", RED, Mood.WORKS);
        try (SourceDeck deck = deck()) {
            deck.select(red, NONE);
            awaitPicture(RED);
            deck.select(red, red);
            Await.until("sound", () -> audio.count() > 3);
            deck.select(red, red);
            deck.select(red, NONE);
            assertThat(devices.opened()).isEqualTo(2);
            assertThat(lumas(0)).last().isEqualTo(RED);
        }
    }

    @Test
    void oneFile_forBothSides_isReadOnce() {
        SourceSpec file = new SourceSpec.MediaFile(Path.of("talk.mp4"));
        SourceSpec same = new SourceSpec.MediaFile(Path.of("./talk.mp4"));
        devices.set(file, RED, Mood.WORKS);
        SourceSpec blue = devices.device("blue", BLUE, Mood.WORKS);
        try (SourceDeck deck = deck()) {
            deck.select(file, same);
            awaitPicture(RED);
            Await.until("its sound", () -> audio.count() > 3);
            assertThat(devices.opened()).isEqualTo(1);
            deck.select(file, NONE);
            deck.select(blue, NONE);
            awaitPicture(BLUE);
            Await.until("the file closed", () -> devices.open() == 1);
        }
    }

    @Test
    void closing_inTheMiddle_deliversNothingMore() {
        SourceSpec red = devices.device("red", RED, Mood.WORKS);
        SourceDeck deck = deck();
        deck.select(red, red);
        awaitPicture(RED);
        deck.close();
        int pictures = video.count();
        int blocks = audio.count();
        assertThat(devices.open()).isZero();
        assertThat(deck.videoStatus()).isInstanceOf(SourceStatus.Closed.class);
        deck.select(red, red);
        assertThat(devices.open()).isZero();
        assertThat(video.count()).isEqualTo(pictures);
        assertThat(audio.count()).isEqualTo(blocks);
    }

    @Test
    void device_fallingSilent_isTakenForLostUntilItDeliversAgain() {
        SourceSpec camera = devices.device("a", RED, Mood.WORKS);
        try (SourceDeck deck = deck()) {
            deck.select(camera, NONE);
            awaitPicture(RED);
            devices.set(camera, RED, Mood.SILENT);
            int before = video.count();
            leap.addAndGet(Outlet.STALLED_NANOS + 1_000_000_000L);
            Await.until(
                    "a slate",
                    () -> video.count() > before + 1 && video.last().luma().getFirst() == SLATE);
            assertThat(deck.videoStatus())
                    .isInstanceOfSatisfying(
                            SourceStatus.Failed.class,
                            failed -> assertThat(failed.code()).isEqualTo(Code.LOST));
            devices.set(camera, RED, Mood.WORKS);
            awaitPicture(RED);
            assertThat(devices.opened()).isEqualTo(1);
        }
    }

    @Test
    void device_stuckInItsDriver_isOpenedAnewAndReturns() {
        SourceSpec camera = devices.device("a", RED, Mood.WORKS);
        try (SourceDeck deck = deck()) {
            deck.select(camera, camera);
            awaitPicture(RED);
            Await.until("sound", () -> audio.count() > 3);
            devices.set(camera, RED, Mood.STUCK);
            Await.until("both stuck", () -> devices.stuck() == 2);
            devices.set(camera, BLUE, Mood.WORKS);
            leap.addAndGet(Outlet.HUNG_NANOS);
            awaitPicture(BLUE);
            int blocks = audio.count();
            Await.until("sound again", () -> audio.count() > blocks + 3);
            assertThat(deck.videoStatus()).isInstanceOf(SourceStatus.Running.class);
            assertThat(deck.audioStatus()).isInstanceOf(SourceStatus.Running.class);
            assertThat(devices.opened()).isEqualTo(4);
        }
    }

    @Test
    void device_thatDoesNotOpen_isReportedAndWaitedFor() {
        SourceSpec camera = devices.device("a", RED, Mood.HANGS);
        try (SourceDeck deck = deck()) {
            deck.select(camera, NONE);
            Await.until("it was asked", () -> devices.attempts() == 1);
            leap.addAndGet(Outlet.UNANSWERED_NANOS + 1_000_000_000L);
            assertThat(deck.videoStatus()).isEqualTo(new SourceStatus.Failed(Code.BUSY, "it does not answer"));
            devices.set(camera, RED, Mood.WORKS);
            devices.releaseHanging();
            awaitPicture(RED);
        }
    }
}
