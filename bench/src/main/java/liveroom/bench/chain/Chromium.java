package liveroom.bench.chain;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The system's Chromium without a window, playing real sound to a sound server.
///
/// The environment variable `LIVEROOM_CHROMIUM` names another executable. Confined to the thread that started it, as
/// Playwright is.
public final class Chromium implements AutoCloseable {
    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--autoplay-policy=no-user-gesture-required",
            // Each new window would load two pages behind its address field, while another is being measured.
            "--disable-features=WebRtcHideLocalIpsWithMdns,WebUIOmniboxPopup,WebUIOmniboxAimPopup");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /// Starts the browser with `environment` added to its own, for example [PulseServer#environment()].
    public static Chromium start(Map<String, String> environment) {
        return start(executable(), environment, List.of());
    }

    /// Starts another executable, with further arguments.
    public static Chromium start(Path executable, Map<String, String> environment, List<String> further) {
        Map<String, String> driver = new HashMap<>(System.getenv());
        driver.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(driver));
        Map<String, String> all = new HashMap<>(System.getenv());
        all.putAll(environment);
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setHeadless(true)
                        .setIgnoreDefaultArgs(List.of("--mute-audio"))
                        .setArgs(Stream.concat(ARGUMENTS.stream(), further.stream())
                                .toList())
                        .setEnv(all));
        return new Chromium(playwright, browser);
    }

    /// Starts the browser on the viewer's side of a link. It treats the studio's page as if it came by HTTPS.
    ///
    /// @param watch the studio's link for viewers
    /// @param directory for the program that does so, as Playwright wants one file to run
    public static Chromium start(WideAreaLink link, String watch, Path directory) {
        try {
            Path script = directory.resolve("chromium");
            String command = String.join(" ", link.onViewer(List.of(executable().toString())));
            Files.writeString(script, "#!/bin/sh\nexec " + command + " \"$@\"\n");
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
            return start(script, Map.of(), List.of(trust(watch)));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static String trust(String watch) {
        return "--unsafely-treat-insecure-origin-as-secure="
                + watch.substring(0, watch.indexOf('/', "http://".length()));
    }

    /// Where Chromium is on this system.
    public static Path executable() {
        String chosen = System.getenv("LIVEROOM_CHROMIUM");
        if (chosen != null) {
            return Path.of(chosen);
        }
        return PLACES.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Chromium is not installed: tried " + PLACES));
    }

    /// A page in a context of its own.
    public Page open() {
        return browser.newContext().newPage();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
