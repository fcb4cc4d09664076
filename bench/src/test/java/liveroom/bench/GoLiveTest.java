package liveroom.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import liveroom.app.settings.Settings;
import liveroom.app.settings.StudioHome;
import liveroom.app.studio.Studio;
import liveroom.app.studio.StudioPipeline;
import liveroom.bench.chain.Chromium;
import liveroom.bench.chain.FlashDetector;
import liveroom.bench.chain.PulseServer;
import liveroom.bench.chain.SoundRecorder;
import liveroom.capture.media.FramePool;
import liveroom.transport.chat.ChatMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole main job: a person speaks into a camera and a microphone, and somebody in a browser sees, hears and
/// answers.
class GoLiveTest {
    private static final Path RECORDING = Path.of("/usr/share/forensics-samples/original-files/movie2/movie-hello.mp4");
    private static final int SECONDS = 60;
    private static final int FPS = 30;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /// What shows the program once the viewer is on the shared lane; its first picture may have come by a track.
    private static final String PROGRAM = "canvas[data-program]";

    @Test
    void goLive_realRecording_isSeenHeardAndAnsweredForAMinute(@TempDir Path home) throws Exception {
        assertThat(RECORDING)
                .as("the Debian package forensics-samples-files brings it")
                .exists();
        try (PulseServer pulse = PulseServer.start();
                Chromium chromium = Chromium.start(pulse.environment());
                Studio studio = StudioPipeline.open(settings(home), _ -> {})) {
            Page page = chromium.open();
            page.navigate(studio.links().getFirst().uri().toString());
            page.waitForLoadState(LoadState.DOMCONTENTLOADED);
            awaitState(page, "waiting");

            studio.goLive();
            awaitState(page, "live");
            page.locator("#sound-call").click();
            chat(page, studio);
            watch(page, pulse);

            assertThat(studio.snapshot().viewers()).singleElement().satisfies(viewer -> {
                assertThat(viewer.codec()).isEqualTo("H264");
                assertThat(viewer.name()).isEqualTo("Ana");
            });
            studio.endShow();
            awaitState(page, "ended");
        }
        assertThat(FramePool.lentByAll()).isZero();
    }

    private static void watch(Page page, PulseServer pulse) {
        try (SoundRecorder ears = SoundRecorder.start(pulse, PulseServer.SPEAKERS)) {
            page.locator(PROGRAM).waitFor();
            FlashDetector eyes = FlashDetector.watch(page, PROGRAM);
            await(page, "a second of pictures", () -> eyes.presentedFrames() > FPS);
            int before = eyes.presentedFrames();
            page.waitForTimeout(SECONDS * 1000);
            int seen = eyes.presentedFrames() - before;
            Loudness heard = Loudness.of(ears.recording(), 0);

            assertThat(page.locator(PROGRAM).evaluate("it => it.height")).isEqualTo(720);
            assertThat(seen).as("pictures seen in a minute").isGreaterThan(SECONDS * FPS * 9 / 10);
            assertThat(heard.audibleSeconds())
                    .as("seconds of %d in which somebody is heard", heard.seconds())
                    .isGreaterThan(heard.seconds() / 2);
        }
    }

    private static void chat(Page page, Studio studio) {
        page.locator("#name-input").fill("Ana");
        page.locator("#name-form button").click();
        page.locator("#say-input").fill("Good evening <b>everyone</b>");
        page.locator("#say-input").press("Enter");
        await(
                page,
                "the viewer's message",
                () -> studio.chat().stream()
                        .anyMatch(message -> message.author() instanceof ChatMessage.Author.Viewer
                                && message.name().equals("Ana")
                                && message.text().equals("Good evening <b>everyone</b>")));

        studio.say("Welcome, Ana");
        page.locator("#chat-list >> text=Welcome, Ana").waitFor();
        assertThat(page.locator("#chat-list b").count())
                .as("markup in the chat")
                .isZero();
    }

    private static void awaitState(Page page, String state) {
        page.waitForFunction(
                "state => document.documentElement.dataset.state === state",
                state,
                new Page.WaitForFunctionOptions().setTimeout((double) PATIENCE.toMillis()));
    }

    private static void await(Page page, String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                fail("no sign of " + what);
            }
            page.waitForTimeout(50);
        }
    }

    private static Settings settings(Path home) {
        Settings fresh = Settings.fresh(StudioHome.of(Optional.of(home)));
        String file = "file:" + RECORDING;
        return fresh.withInputs(fresh.inputs().withVideo(file).withAudio(file))
                .withNetwork(fresh.network().withPort(0));
    }
}
