package liveroom.bench.tab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import liveroom.bench.chain.Chromium;

/// Chromium with a window on the display, as people have it: of its tabs one is in sight and the others are not. Other
/// than Playwright, which keeps every page in sight.
final class BrowserWindow implements AutoCloseable {
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--no-default-browser-check",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--password-store=basic",
            "--autoplay-policy=no-user-gesture-required",
            "--disable-features=WebRtcHideLocalIpsWithMdns,WebUIOmniboxPopup,WebUIOmniboxAimPopup",
            "--window-size=960,720",
            "--remote-debugging-port=0");

    private static final long PATIENCE_SECONDS = 60;
    private static final long SOON_MILLIS = 20;

    private final Process process;
    private final Path profile;
    private final DevTools tools;

    private BrowserWindow(Process process, Path profile, DevTools tools) {
        this.process = process;
        this.profile = profile;
        this.tools = tools;
    }

    /// Opens the window, with `environment` added to its own.
    static BrowserWindow open(Map<String, String> environment) {
        try {
            Path profile = Files.createTempDirectory("liveroom-chromium");
            ProcessBuilder builder = new ProcessBuilder(Chromium.executable().toString());
            builder.command().addAll(ARGUMENTS);
            builder.command().addAll(List.of("--user-data-dir=" + profile, "about:blank"));
            builder.environment().putAll(environment);
            Process process = builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Path door = profile.resolve("DevToolsActivePort");
            await(
                    "a window",
                    SOON_MILLIS,
                    () -> Files.exists(door) && lines(door).size() == 2);
            List<String> told = lines(door);
            URI browser = URI.create("ws://127.0.0.1:" + told.getFirst() + told.getLast());
            return new BrowserWindow(process, profile, new DevTools(browser));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /// Opens a tab, before the others.
    Tab tab(String address) {
        String target = tools.browser("Target.createTarget", Map.of("url", address))
                .path("targetId")
                .asString();
        String session = tools.browser("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .path("sessionId")
                .asString();
        return new Tab(target, session);
    }

    /// Waits for a condition, with a deadline.
    ///
    /// @param everyMillis how often it is looked at
    static void await(String what, long everyMillis, BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("not within " + PATIENCE_SECONDS + " s: " + what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(everyMillis));
        }
    }

    @Override
    public void close() {
        tools.close();
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            deleteProfile();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// The browser's own children may still be writing.
    private void deleteProfile() {
        try (var paths = Files.walk(profile)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException _) {
            // What is left is in the system's directory of temporary files.
        }
    }

    /// One tab.
    final class Tab {
        private final String target;
        private final String session;

        private Tab(String target, String session) {
            this.target = target;
            this.session = session;
        }

        /// What an expression is worth in the page, as text.
        String valueOf(String expression) {
            return tools.session(session, "Runtime.evaluate", Map.of("expression", "String(" + expression + ")"))
                    .path("result")
                    .path("value")
                    .asString("");
        }

        void await(String condition) {
            BrowserWindow.await(condition, SOON_MILLIS, () -> holds(condition));
        }

        private boolean holds(String condition) {
            try {
                return valueOf(condition).equals("true");
            } catch (DevTools.RefusedException e) {
                if (e.isBetweenDocuments()) {
                    return false;
                }
                throw e;
            }
        }

        void bringToFront() {
            tools.browser("Target.activateTarget", Map.of("targetId", target));
        }
    }
}
