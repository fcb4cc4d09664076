package liveroom.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import liveroom.bench.chain.BeepDetector;
import liveroom.bench.chain.Chromium;
import liveroom.bench.chain.LiveStudio;
import liveroom.bench.chain.PulseServer;
import liveroom.bench.chain.SoundRecorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real window on a real screen, and sound before a real microphone, reach the viewer.
class RealDevicesTest {
    private static final int BEEPS = 60;
    private static final int BEEP_HZ = 1000;
    private static final int BEEP_FRAMES = SoundRecorder.SAMPLE_RATE_HZ / 10;
    private static final double LISTEN_MILLIS = 10_000;

    /// A window that is blue for a second, then red for a second, and so on.
    private static final String WINDOW = "data:text/html,<style>@keyframes c{0%25,49%25{background:%232040e0}"
            + "50%25,100%25{background:%23c02020}}body{animation:c 2s steps(1) infinite}</style>";

    private static final String COLOUR = """
            wanted => {
              const shown = document.querySelector('[data-program]');
              const [width, height] = shown.tagName === 'VIDEO' ? [shown.videoWidth, shown.videoHeight] : [shown.width, shown.height];
              const canvas = new OffscreenCanvas(1, 1);
              const context = canvas.getContext('2d');
              context.drawImage(shown, width / 2, height / 2, 1, 1, 0, 0, 1, 1);
              const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
              return wanted === 'blue' ? blue > 150 && red < 90 : red > 130 && blue < 90;
            }""";

    @Test
    void screenAndMicrophone_reachTheViewer(@TempDir Path folder) throws Exception {
        Process screen = new ProcessBuilder(
                        "Xvfb", "-displayfd", "1", "-screen", "0", "1280x720x24", "-nolisten", "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String display = ":" + screen.inputReader(StandardCharsets.UTF_8).readLine();
        Process window = window(display, folder);
        try (PulseServer pulse = PulseServer.start();
                Chromium chromium = Chromium.start(pulse.environment());
                SoundRecorder ears = SoundRecorder.start(pulse, PulseServer.SPEAKERS);
                LiveStudio studio = LiveStudio.start(
                        pulse.environment(), List.of("--video", "screen:" + display, "--audio", "mic"))) {
            Process voice = pulse.processBuilder(
                            "pacat",
                            "--raw",
                            "--format=s16le",
                            "--channels=1",
                            "--rate=" + SoundRecorder.SAMPLE_RATE_HZ,
                            "--device=" + PulseServer.STAGE)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                Thread.ofVirtual().start(() -> speak(voice));
                Page page = chromium.open();
                page.navigate(studio.link());
                page.locator("html[data-state=live]").waitFor();
                page.locator("#sound-call").click();
                page.waitForFunction(COLOUR, "blue");
                page.waitForFunction(COLOUR, "red");
                page.waitForFunction(COLOUR, "blue");
                int before = BeepDetector.onsetsMillis(ears.recording()).size();
                page.waitForTimeout(LISTEN_MILLIS);

                assertThat(BeepDetector.onsetsMillis(ears.recording()).size() - before)
                        .as("beeps heard in ten seconds, one of which is made each second")
                        .isBetween(8, 12);
            } finally {
                end(voice);
            }
        } finally {
            end(window);
            end(screen);
        }
    }

    private static Process window(String display, Path profile) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Chromium.executable().toString(),
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--kiosk",
                        "--window-position=0,0",
                        "--window-size=1280,720",
                        "--user-data-dir=" + profile,
                        WINDOW)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("DISPLAY", display);
        return builder.start();
    }

    private static void speak(Process voice) {
        byte[] second = second();
        try (OutputStream out = voice.getOutputStream()) {
            for (int i = 0; i < BEEPS; i++) {
                out.write(second);
                out.flush();
            }
        } catch (IOException _) {
            // The test is over.
        }
    }

    private static byte[] second() {
        ByteBuffer samples =
                ByteBuffer.allocate(SoundRecorder.SAMPLE_RATE_HZ * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < BEEP_FRAMES; i++) {
            double phase = 2 * Math.PI * BEEP_HZ * i / SoundRecorder.SAMPLE_RATE_HZ;
            samples.putShort((short) (Math.sin(phase) * Short.MAX_VALUE / 3));
        }
        return samples.array();
    }

    private static void end(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
