package liveroom.capture.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import liveroom.capture.CaptureException;
import liveroom.capture.media.FramePool;
import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MicrophoneSourceTest {
    private final AudioLog audio = new AudioLog();

    @TempDir
    private Path folder;

    @AfterEach
    void nothingIsLent() {
        Await.until("all is given back", () -> FramePool.lentByAll() == 0);
    }

    @Test
    void microphone_hearingATone_deliversItEvenlyStampedAndComesBackAfterItsServerWasGone() throws IOException {
        try (SourceDeck deck = deck()) {
            try (PulseServer server = PulseServer.start(folder)) {
                server.play(1_000, 0.5f);
                deck.select(new SourceSpec.None(), new SourceSpec.Microphone(PulseServer.MICROPHONE));
                Await.until("the tone", () -> tail(audio.entries()) > 0.45);
                int from = audio.count();
                Await.until("a second and a half of it", () -> audio.count() > from + 150);
                assertSound(audio.entries().subList(from, from + 150));
                assertThat(deck.audioStatus()).isInstanceOf(SourceStatus.Running.class);
            }
            Await.until("the failure", () -> deck.audioStatus() instanceof SourceStatus.Failed);
            try (PulseServer again = PulseServer.start(folder)) {
                Await.until("its return", () -> deck.audioStatus() instanceof SourceStatus.Running);
                assertThat(again.address()).isNotEmpty();
            }
        }
    }

    @Test
    void listing_ofARealServer_namesItsSources() throws IOException {
        try (PulseServer server = PulseServer.start(folder)) {
            List<String> listing =
                    FfmpegProgram.run(Map.of("PULSE_SERVER", server.address()), "-hide_banner", "-sources", "pulse");
            assertThat(LinuxDevices.pulse(listing))
                    .extracting(Device::spec)
                    .containsExactly(new SourceSpec.Microphone(PulseServer.MICROPHONE));
        }
    }

    private SourceDeck deck() {
        Feed.Setting setting =
                new Feed.Setting(new VideoFormat(320, 180), 30, StudioClock.SYSTEM, this::open, new Backoff(20, 100));
        return new SourceDeck(setting, frame -> true, audio, (spec, status) -> "");
    }

    /// The usual recipe for PulseAudio, sent to this test's own server.
    private Reader open(SourceSpec spec, Outputs outputs) throws CaptureException {
        InputRecipe usual = DeviceRecipes.microphone(OperatingSystem.LINUX, PulseServer.MICROPHONE)
                .getFirst();
        Map<String, String> options = new HashMap<>(usual.options());
        options.put("server", "unix:" + folder.resolve("native"));
        return DeviceReader.open(List.of(new InputRecipe("pulse", usual.url(), options)), spec.text(), outputs);
    }

    private static double tail(List<AudioLog.Entry> blocks) {
        return blocks.isEmpty() ? 0 : peak(blocks.getLast());
    }

    private static double peak(AudioLog.Entry block) {
        double peak = 0;
        for (int i = 0; i < 2 * block.frames(); i++) {
            peak = Math.max(peak, Math.abs(block.samples().get(i)));
        }
        return peak;
    }

    private static void assertSound(List<AudioLog.Entry> blocks) {
        for (int i = 1; i < blocks.size(); i++) {
            long gap = blocks.get(i).capturedNanos() - blocks.get(i - 1).endNanos();
            assertThat(gap).as("evenness of stamps").isBetween(-1_000_000L, 1_000_000L);
        }
        int inTune = 0;
        for (AudioLog.Entry block : blocks) {
            for (int i = 0; i < block.frames(); i++) {
                assertThat(block.samples().get(2 * i + 1))
                        .isEqualTo(block.samples().get(2 * i));
            }
            inTune += Math.abs(hertz(block) - 1_000) <= 150 && peak(block) > 0.45 ? 1 : 0;
        }
        // The player may run dry for a moment on a busy machine; that is not the microphone's.
        assertThat(inTune).isGreaterThan(blocks.size() / 2);
    }

    private static double hertz(AudioLog.Entry block) {
        int crossings = 0;
        for (int i = 1; i < block.frames(); i++) {
            crossings += block.samples().get(2 * i - 2) < 0 && block.samples().get(2 * i) >= 0 ? 1 : 0;
        }
        return crossings * 48_000.0 / block.frames();
    }
}
