package liveroom.bench;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import liveroom.bench.chain.Chromium;

/// How long a newcomer waits: from the click on a link in another site's page to the first picture of the
/// show. Each comes with a fresh profile, and so has nothing of the viewer page in the cache; browser and page
/// are open already, as with a person who reads the link in a message.
final class Joins {
    private static final double CALM_MILLIS = 1000;
    private static final Page.WaitForFunctionOptions SELDOM = new Page.WaitForFunctionOptions().setPollingInterval(200);
    private static final String MESSAGE = "<!doctype html><title>A message</title><a>Watch</a>";

    /// Clicks, and returns when, in Unix milliseconds.
    private static final String CLICK = """
            link => {
              const anchor = document.querySelector('a');
              anchor.href = link;
              const at = performance.timeOrigin + performance.now();
              anchor.click();
              return at;
            }""";

    private static final String NOTE_FIRST_PICTURE = """
            document.addEventListener('readystatechange', () => {
              document.querySelector('video[data-program]')?.requestVideoFrameCallback((_, { expectedDisplayTime }) => {
                globalThis.firstPictureAt ??= performance.timeOrigin + expectedDisplayTime;
              });
            });
            // A canvas: the first refresh at which there is something on it.
            let glass = null;
            const look = (at) => {
              const canvas = document.querySelector('canvas[data-program]');
              if (canvas && canvas.width > 0) {
                glass ??= new OffscreenCanvas(8, 8).getContext('2d', { willReadFrequently: true });
                glass.drawImage(canvas, 0, 0, 8, 8);
                if (glass.getImageData(0, 0, 8, 8).data.some((value, i) => i % 4 < 3 && value > 0)) {
                  globalThis.firstPictureAt ??= performance.timeOrigin + at;
                  return;
                }
              }
              requestAnimationFrame(look);
            };
            requestAnimationFrame(look)""";

    private Joins() {}

    /// Lets `count` newcomers in, one after another; returns how many milliseconds each has waited.
    static List<Double> measure(Chromium chromium, String link, int count) {
        try {
            // Another site than the studio's, which is at 127.0.0.1.
            HttpServer elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            elsewhere.createContext("/", exchange -> {
                byte[] body = MESSAGE.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "text/html");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            elsewhere.start();
            List<Double> waits = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                waits.add(join(chromium.open(), elsewhere.getAddress().getPort(), link));
            }
            elsewhere.stop(0);
            return waits;
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static double join(Page page, int port, String link) {
        page.addInitScript(NOTE_FIRST_PICTURE);
        page.navigate("http://localhost:" + port + "/");
        page.waitForTimeout(CALM_MILLIS);
        double clicked = ((Number) page.evaluate(CLICK, link)).doubleValue();
        page.waitForFunction("() => globalThis.firstPictureAt > 0", null, SELDOM);
        double shown = ((Number) page.evaluate("() => globalThis.firstPictureAt")).doubleValue();
        page.context().close();
        return shown - clicked;
    }
}
