package liveroom.bench.dress;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import liveroom.bench.chain.Chromium;
import liveroom.bench.chain.LiveStudio;
import liveroom.bench.chain.LiveStudio.Figures;
import liveroom.bench.chain.StolenTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A show with every kind of layer and every transition, run by a producer over HTTP, as a viewer sees it: once
/// through.
///
/// With `-Dliveroom.test.minutes=10`, on a machine that does nothing else, it goes on for ten minutes, and the program
/// must not drop a picture, and 99 in a hundred must leave it within 4 ms of the beat; among other tests, which share
/// the processor, that is printed only.
class DressedShowTest {
    private static final int FPS = 30;
    private static final long MINUTES = Long.getLong("liveroom.test.minutes", 0);

    private static final String UNSTARTED = """
        {"do": "replace-layer", "sceneId": "shop", "layer": {
          "id": "offer", "name": "Offer", "content": {"kind": "countdown", "label": "Offer ends in", "seconds": 600},
          "placement": {"box": [0.05, 0.76, 0.35, 0.18]}}}""";

    @Test
    void show_runByAProducer_isSeenAsItWasMeant(@TempDir Path home) {
        try (Chromium chromium = Chromium.start(Map.of());
                LiveStudio studio = WatchedShow.start(home);
                WatchedShow show = new WatchedShow(chromium, studio, home)) {
            studio.awaitFigures(studio.figures().size() + 1);
            Figures first = studio.figures().getLast();
            StolenTime stolen = new StolenTime();
            long end = System.nanoTime() + MINUTES * 60_000_000_000L;
            int rounds = 0;
            do {
                round(show);
                rounds++;
            } while (System.nanoTime() < end);
            studio.awaitFigures(studio.figures().size() + 1);
            Figures last = studio.figures().getLast();
            double seconds = (last.atMillis() - first.atMillis()) / 1000;
            long dropped = number(last, "droppedFrames") - number(first, "droppedFrames");
            double uneven = (number(last, "unevenFrames") - number(first, "unevenFrames")) / (seconds * FPS);
            System.out.printf(
                    "dressed show: %d rounds in %.0f s, worst tile %s, dropped %d, repeated %d, uneven %.2f %%, lane %s, %.1f %% stolen%n",
                    rounds,
                    seconds,
                    show.worst(),
                    dropped,
                    number(last, "repeatedFrames") - number(first, "repeatedFrames"),
                    100 * uneven,
                    last.json().at("/perViewer/0/lane").asString(),
                    stolen.percent());
            if (MINUTES > 0) {
                assertThat(dropped).as("pictures that the program dropped").isZero();
                assertThat(uneven)
                        .as("share of pictures off the beat by more than 4 ms")
                        .isLessThanOrEqualTo(0.01);
            }
        }
    }

    private static long number(Figures figures, String name) {
        return figures.json().path(name).asLong();
    }

    private static void round(WatchedShow show) {
        talk(show);
        shop(show);
        show.step(preview("pair"), take("stinger"));
        show.step(preview("pause"), take("cut"));
        show.step(brand("daylight"));
        show.step(preview("talk"), take("fade"));
        show.step(reveal("talk", "question", false));
    }

    private static void talk(WatchedShow show) {
        show.step(reveal("talk", "name", true));
        show.step(reveal("talk", "clock", false));
        show.step(reveal("talk", "plate", false), reveal("talk", "logo", false));
        show.step(reveal("talk", "news", false));
        show.step(
                "{\"do\": \"put-comment\", \"author\": \"Lena\", \"text\": \"Is the glaze safe for the dishwasher?\"}");
        Page page = show.page();
        page.locator("#companion-title >> text=Lena").waitFor();
        page.locator("#companion-text >> text=Is the glaze safe for the dishwasher?")
                .waitFor();
        show.step(reveal("talk", "plate", true), reveal("talk", "logo", true));
        show.step(reveal("talk", "clock", true));
        show.step(reveal("talk", "news", true));
        show.step(reveal("talk", "name", false));
    }

    private static void shop(WatchedShow show) {
        show.step(preview("shop"), take("fade"));
        show.step(reveal("shop", "vase", true));
        show.page()
                .locator("#companion-link[href=\"https://shop.example/vase\"]")
                .waitFor();
        show.step("{\"do\": \"start-countdown\", \"sceneId\": \"shop\", \"layerId\": \"offer\", \"seconds\": 600}");
        show.step(brand("nocturne"));
        show.step(brand("atelier"));
        show.step(UNSTARTED);
        show.step(reveal("shop", "vase", false));
    }

    private static String preview(String scene) {
        return "{\"do\": \"preview\", \"sceneId\": \"%s\"}".formatted(scene);
    }

    private static String take(String transition) {
        return "{\"do\": \"take\", \"transition\": \"%s\"}".formatted(transition);
    }

    private static String brand(String kit) {
        return "{\"do\": \"set-brand\", \"brand\": \"%s\"}".formatted(kit);
    }

    private static String reveal(String scene, String layer, boolean shown) {
        return "{\"do\": \"reveal\", \"sceneId\": \"%s\", \"layerId\": \"%s\", \"shown\": %b}"
                .formatted(scene, layer, shown);
    }

    @Test
    void take_producerIsCutOffInTheMiddle_viewersSeeItThrough(@TempDir Path home) {
        try (Chromium chromium = Chromium.start(Map.of());
                LiveStudio studio = WatchedShow.start(home);
                WatchedShow show = new WatchedShow(chromium, studio, home)) {
            String take = "{\"do\": \"take\", \"transition\": \"fade\", \"millis\": 1500}";
            show.step(() -> performAndVanish(show.producer(), take), take);

            assertThat(show.producer().state().path("programId").asString()).isEqualTo("shop");
            show.page().locator("html[data-state=live]").waitFor();
        }
    }

    /// Listens, gives a command, and is gone without a word as soon as the transition has begun.
    private static void performAndVanish(Producer producer, String command) {
        String head = " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + producer.key() + "\r\n";
        try (Socket listening = connect(producer);
                Socket giving = connect(producer)) {
            write(listening, "GET /control/events" + head + "\r\n");
            assertThat(listening.getInputStream().read()).isPositive();
            write(
                    giving,
                    "POST /control/command" + head + "Content-Length: " + command.length() + "\r\n\r\n" + command);
            assertThat(giving.getInputStream().read()).isPositive();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static Socket connect(Producer producer) throws IOException {
        Socket socket =
                new Socket(producer.studio().getHost(), producer.studio().getPort());
        // Closing resets the connection, as a cable that is pulled.
        socket.setSoLinger(true, 0);
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
