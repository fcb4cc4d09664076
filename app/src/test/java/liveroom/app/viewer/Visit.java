package liveroom.app.viewer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import liveroom.app.testing.Browser;

/// One visit to the viewer page with a fresh profile, and what the browser complained of during it.
final class Visit implements AutoCloseable {
    private static final double PATIENCE_MILLIS = 60_000;

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    Visit(Browser browser, int width, int height) {
        this(browser, new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(width, height));
    }

    Visit(Browser browser, com.microsoft.playwright.Browser.NewContextOptions options) {
        context = browser.context(options.setLocale("en-GB"));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text() + " " + message.location());
            }
        });
        page.onPageError(complaints::add);
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /// Opens a link, and waits for a state.
    Visit to(String link, String state) {
        page.navigate(link);
        return awaitState(state);
    }

    Visit awaitState(String state) {
        assertThat(page.locator("html")).hasAttribute("data-state", state);
        return this;
    }

    /// What the browser complained of, apart from answers that the test itself refused (`status of`).
    List<String> complaints() {
        return complaints.stream()
                .filter(complaint -> !complaint.startsWith("Failed to load resource"))
                .toList();
    }

    @Override
    public void close() {
        context.close();
    }
}
