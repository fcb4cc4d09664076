package liveroom.bench.chain;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Worker;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/// Has the worker that draws the shared lane's pictures tell its page what it draws, see `canvas-tap.js`.
final class CanvasTap {
    private static final String DRAWING = "/shared/worker.js";
    private static final String TAP = "canvas-tap.js";

    private CanvasTap() {}

    /// Taps the workers of a page that runs already.
    static void tap(Page page) {
        tap(page, new HashSet<>());
    }

    /// Taps the workers of a page that are not among those that are known, which they are from then on.
    static void tap(Page page, Set<Worker> known) {
        page.workers().stream()
                .filter(worker -> worker.url().endsWith(DRAWING) && !known.contains(worker))
                .forEach(worker -> {
                    worker.evaluate(script(TAP));
                    known.add(worker);
                });
    }

    /// Taps the worker of a page that has not been navigated yet, from its first picture on.
    static void install(Page page) {
        page.route("**" + DRAWING, route -> {
            APIResponse worker = route.fetch();
            String tapped = "(" + script(TAP).strip() + ")();\n" + worker.text();
            route.fulfill(new Route.FulfillOptions().setResponse(worker).setBody(tapped));
        });
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
