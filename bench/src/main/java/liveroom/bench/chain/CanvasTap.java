package liveroom.bench.chain;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Worker;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// Has the worker that draws the shared lane's pictures tell its page what it draws, see `canvas-tap.js`.
final class CanvasTap {
    private static final String DRAWING = "/shared/worker.js";

    private CanvasTap() {}

    /// Taps the worker that there is, or will be. Call once for each page.
    static void install(Page page) {
        page.workers().forEach(CanvasTap::tap);
        page.onWorker(CanvasTap::tap);
    }

    private static void tap(Worker worker) {
        if (worker.url().endsWith(DRAWING)) {
            worker.evaluate(script("canvas-tap.js"));
        }
    }

    /// One of the scripts beside this class.
    static String script(String name) {
        try (InputStream stream = Objects.requireNonNull(CanvasTap.class.getResourceAsStream(name))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
