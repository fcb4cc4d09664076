package liveroom.bench;

import com.microsoft.playwright.Page;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import liveroom.bench.chain.Chromium;
import liveroom.bench.chain.Monotonic;
import liveroom.bench.chain.WideAreaLink;

/// Cuts a viewer's network for ten seconds, for real: studio and browser are two hosts joined by an emulated link. Runs
/// in the root of a checkout, as root, on Linux.
final class NetworkCut {
    private static final int STUDIO_PORT = 8787;
    private static final double DELAY_MILLIS = 25;
    private static final double CUT_MILLIS = 10_000;
    private static final double PATIENCE_MILLIS = 60_000;
    private static final int CUTS = 3;
    private static final int CALM_PICTURES = 150;
    private static final int MOVING_PICTURES = 15;
    private static final String COUNT_PICTURES = """
            () => {
              const video = document.querySelector('[data-program]');
              const counter = (globalThis.counter = { pictures: 0 });
              const shown = () => {
                counter.pictures += 1;
                video.requestVideoFrameCallback(shown);
              };
              video.requestVideoFrameCallback(shown);
            }""";

    private NetworkCut() {}

    static List<Figure> run() {
        try {
            Path home = Files.createTempDirectory("liveroom-bench");
            try (WideAreaLink link = WideAreaLink.start(Path.of("bench/wan"), "cut", DELAY_MILLIS, 0)) {
                Process studio = studio(link, home);
                try {
                    String watch = watchLink(studio);
                    try (Chromium chromium = Chromium.start(browser(link, home), Map.of(), List.of(trust(watch)))) {
                        return measure(chromium.open(), watch, link);
                    }
                } finally {
                    studio.destroy();
                    studio.waitFor(10, TimeUnit.SECONDS);
                }
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted");
        }
    }

    private static List<Figure> measure(Page page, String watch, WideAreaLink link) {
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.navigate(watch);
        awaitState(page, "live");
        double noticedMillis = 0;
        double backMillis = 0;
        for (int i = 0; i < CUTS; i++) {
            awaitPictures(page, CALM_PICTURES);
            double cutMillis = Monotonic.millis();
            link.cut();
            awaitState(page, "reconnecting");
            double noticed = Monotonic.millis() - cutMillis;
            page.waitForTimeout(CUT_MILLIS - noticed);
            link.mend();
            double mendedMillis = Monotonic.millis();
            awaitPictures(page, MOVING_PICTURES);
            awaitState(page, "live");
            noticedMillis = Math.max(noticedMillis, noticed);
            backMillis = Math.max(backMillis, Monotonic.millis() - mendedMillis);
        }
        return List.of(
                Figure.of("network cut for 10 s: until the viewer is told, worst of 3", noticedMillis, "ms"),
                Figure.of("network back: until 15 pictures are shown, worst of 3", backMillis, "ms"));
    }

    private static void awaitState(Page page, String state) {
        page.waitForFunction("state => document.documentElement.dataset.state === state", state);
    }

    private static void awaitPictures(Page page, int count) {
        page.evaluate(COUNT_PICTURES);
        page.waitForFunction("count => globalThis.counter.pictures >= count", count);
    }

    private static Process studio(WideAreaLink link, Path home) throws IOException {
        return new ProcessBuilder(link.onHost(List.of(
                        "./studio",
                        "live",
                        "--headless",
                        "--video",
                        "test",
                        "--audio",
                        "test",
                        "--bind",
                        WideAreaLink.HOST_ADDRESS,
                        "--port",
                        String.valueOf(STUDIO_PORT),
                        "--home",
                        home.toString())))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String watchLink(Process studio) throws IOException {
        BufferedReader output = studio.inputReader(StandardCharsets.UTF_8);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("Watch: ")) {
                return line.substring("Watch: ".length());
            }
        }
        throw new IllegalStateException("the studio did not go live");
    }

    /// A program that starts Chromium on the viewer's side: Playwright wants one file to run.
    private static Path browser(WideAreaLink link, Path home) throws IOException {
        Path script = home.resolve("chromium");
        String command =
                String.join(" ", link.onViewer(List.of(Chromium.executable().toString())));
        Files.writeString(script, "#!/bin/sh\nexec " + command + " \"$@\"\n");
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }

    private static String trust(String watch) {
        return "--unsafely-treat-insecure-origin-as-secure="
                + watch.substring(0, watch.indexOf('/', "http://".length()));
    }
}
