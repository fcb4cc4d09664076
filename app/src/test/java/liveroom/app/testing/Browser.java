package liveroom.app.testing;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The Chromium of this system under Playwright. Confined to the thread that opened it, as Playwright is.
public final class Browser implements AutoCloseable {
    /// What is awaited in a page; a busy machine may take long, and no test is of a time.
    private static final double PATIENCE_MILLIS = 60_000;

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--autoplay-policy=no-user-gesture-required",
            // Each new window would load two pages of the browser's own behind its address field.
            "--disable-features=WebRtcHideLocalIpsWithMdns,WebUIOmniboxPopup,WebUIOmniboxAimPopup");

    private static final List<String> PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/usr/bin/google-chrome-stable",
            "/snap/bin/chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
            "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
            "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe");

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    /// Opens a browser without a window that plays sound without being touched.
    public static Browser open() {
        var options = new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        var playwright = Playwright.create(options);
        try {
            var launch = new BrowserType.LaunchOptions()
                    .setExecutablePath(executable())
                    .setArgs(FLAGS);
            // Playwright silences its browsers; a test that listens must be able to hear.
            launch.setIgnoreDefaultArgs(List.of("--mute-audio"));
            return new Browser(playwright, playwright.chromium().launch(launch));
        } catch (RuntimeException failure) {
            playwright.close();
            throw failure;
        }
    }

    /// A fresh profile: no storage, no permissions.
    public BrowserContext context(com.microsoft.playwright.Browser.NewContextOptions options) {
        BrowserContext context = chromium.newContext(options);
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return context;
    }

    /// Where Chromium is: `LIVEROOM_CHROMIUM`, else the usual places, else the search path.
    public static Path executable() {
        return Stream.concat(Stream.ofNullable(System.getenv("LIVEROOM_CHROMIUM")), PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .or(Browser::onSearchPath)
                .orElseThrow(
                        () -> new IllegalStateException(
                                "No Chromium found. Install it (on Debian: apt-get install chromium) or name it in LIVEROOM_CHROMIUM."));
    }

    private static Optional<Path> onSearchPath() {
        String searchPath = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(searchPath.split(java.io.File.pathSeparator, -1))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome", "chrome.exe")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public void close() {
        try {
            chromium.close();
        } finally {
            playwright.close();
        }
    }
}
