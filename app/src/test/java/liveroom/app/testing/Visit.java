package liveroom.app.testing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// One visit to a page of the studio's with a fresh profile, and what the browser complained of during it.
public final class Visit implements AutoCloseable {
    private static final String OUTSIDE = """
            () => [...document.querySelectorAll('body *')]
                .filter((element) => element.checkVisibility({visibilityProperty: true}) && !element.closest('svg, .skip, .unseen'))
                .filter((element) => {
                    const box = element.getBoundingClientRect();
                    return box.width > 0 && (box.left < -0.5 || box.right > innerWidth + 0.5);
                })
                .map((element) => element.outerHTML.slice(0, 120))
            """;

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    public Visit(Browser browser, int width, int height) {
        this(browser, new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(width, height));
    }

    public Visit(Browser browser, com.microsoft.playwright.Browser.NewContextOptions options) {
        context = browser.context(options.setLocale("en-GB"));
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text() + " " + message.location());
            }
        });
        page.onPageError(complaints::add);
    }

    public Page page() {
        return page;
    }

    public BrowserContext context() {
        return context;
    }

    /// Opens a link, and waits for a state.
    public Visit to(String link, String state) {
        page.navigate(link);
        return awaitState(state);
    }

    public Visit awaitState(String state) {
        assertThat(page.locator("html")).hasAttribute("data-state", state);
        return this;
    }

    /// What reaches beyond the left or the right of the window.
    public List<?> outside() {
        return (List<?>) page.evaluate(OUTSIDE);
    }

    /// What the browser complained of, apart from answers that the test itself refused (`status of`).
    public List<String> complaints() {
        return complaints.stream()
                .filter(complaint -> !complaint.startsWith("Failed to load resource"))
                .toList();
    }

    @Override
    public void close() {
        context.close();
    }
}
