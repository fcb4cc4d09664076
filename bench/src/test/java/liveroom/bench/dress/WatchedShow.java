package liveroom.bench.dress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import liveroom.bench.chain.Chromium;
import liveroom.bench.chain.LiveStudio;
import liveroom.capture.graphics.PerceptualMatch;
import liveroom.capture.media.StudioClock;
import liveroom.capture.show.LiveShowDesk;
import liveroom.capture.show.ShowDesk;
import liveroom.capture.show.ShowFormatException;
import liveroom.capture.show.ShowJson;
import liveroom.capture.show.ShowKeeping;

/// A viewer who watches a show in Chromium, a producer, and a desk on which every command is given as well, so that it
/// is known how the picture must look. Confined to one thread.
final class WatchedShow implements AutoCloseable {
    private static final Path RECORDING = Path.of("/usr/share/forensics-samples/original-files/movie2/movie-hello.mp4");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /// Reading a picture out of the browser and comparing it take a processor that the show needs, too.
    private static final int LOOK_MILLIS = 400;

    private final Producer producer;
    private final OfflineStudio offline;
    private final ShowDesk desk;
    private final Page page;
    private Golden golden;
    private PerceptualMatch worst = new PerceptualMatch(1, 0);

    /// @param home the folder that `studio` was started with
    WatchedShow(Chromium chromium, LiveStudio studio, Path home) {
        try {
            desk = new LiveShowDesk(
                    ShowJson.show(show()), StudioClock.SYSTEM, InstantSource.system(), ShowKeeping.NONE);
        } catch (ShowFormatException cause) {
            throw new IllegalStateException(cause);
        }
        producer = Producer.of(URI.create(studio.link()), studio.home());
        offline = new OfflineStudio(home.resolve("offline"));
        page = chromium.open();
        page.navigate(studio.link());
        page.locator("html[data-state=live]").waitFor();
        page.locator("[data-program]").waitFor();
        golden = offline.golden(desk.state());
        await("the first scene", () -> golden.isSeenIn(look()));
    }

    /// Starts a studio with the show.
    ///
    /// @param home an empty folder
    static LiveStudio start(Path home) {
        assertThat(RECORDING)
                .as("the Debian package forensics-samples-files brings it")
                .exists();
        try {
            Path file = Files.writeString(home.resolve("show.json"), show());
            String source = "file:" + RECORDING;
            // By tracks: what is compared is the compositor's work, not the rung that this machine's viewer can take.
            return LiveStudio.startAhead(
                    List.of("--video", source, "--audio", source, "--show", file.toString(), "--lane", "track"));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    static String show() {
        try (var stream = Objects.requireNonNull(WatchedShow.class.getResourceAsStream("show.json"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    Page page() {
        return page;
    }

    Producer producer() {
        return producer;
    }

    /// Gives commands that change the picture, and waits until the viewer sees what they lead to.
    void step(String... commands) {
        step(() -> List.of(commands).forEach(producer::perform), commands);
    }

    /// The same, given by somebody else.
    void step(Runnable giver, String... commands) {
        for (String command : commands) {
            rehearse(command);
        }
        Golden before = golden;
        golden = offline.golden(desk.state());
        boolean appears = !golden.isSeenIn(look());
        giver.run();
        // A graphic that goes leaves the camera, which is not compared: then it is what was there that must be gone.
        await(String.join(", ", commands), () -> {
            BufferedImage seen = look();
            PerceptualMatch match = golden.match(seen);
            boolean there = Golden.holds(match) && (appears || !before.isSeenIn(seen));
            if (there) {
                worst = new PerceptualMatch(
                        Math.min(worst.similarity(), match.similarity()),
                        Math.max(worst.colourDifference(), match.colourDifference()));
            }
            return there;
        });
    }

    private void rehearse(String command) {
        try {
            desk.perform(ShowJson.command(command), "script");
        } catch (ShowFormatException | ShowDesk.RefusedException cause) {
            throw new IllegalStateException(command, cause);
        }
    }

    private interface Condition {
        boolean holds();
    }

    private void await(String what, Condition condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > deadline) {
                BufferedImage seen = look();
                PerceptualMatch match = golden.match(seen);
                fail(
                        "not seen after %s: %s; see %s and %s",
                        what, match, keep(seen, "seen"), keep(golden.picture(), "golden"));
            }
            page.waitForTimeout(LOOK_MILLIS);
        }
    }

    private static File keep(BufferedImage image, String name) {
        try {
            File file = File.createTempFile("liveroom-" + name, ".png");
            ImageIO.write(image, "png", file);
            return file;
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /// The worst that was accepted, over all steps.
    PerceptualMatch worst() {
        return worst;
    }

    /// What the viewer sees now.
    BufferedImage look() {
        String url = (String) page.evaluate("""
            () => {
              const shown = document.querySelector('[data-program]');
              const copy = new OffscreenCanvas(1280, 720);
              copy.getContext('2d').drawImage(shown, 0, 0, 1280, 720);
              return copy.convertToBlob().then(blob => new Promise(done => {
                const reader = new FileReader();
                reader.onload = () => done(reader.result);
                reader.readAsDataURL(blob);
              }));
            }""");
        try {
            byte[] png = Base64.getDecoder().decode(url.substring(url.indexOf(',') + 1));
            BufferedImage read = ImageIO.read(new ByteArrayInputStream(png));
            BufferedImage opaque = new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_INT_RGB);
            opaque.getGraphics().drawImage(read, 0, 0, null);
            return opaque;
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    @Override
    public void close() {
        desk.close();
        offline.close();
        producer.close();
    }
}
