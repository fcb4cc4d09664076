package liveroom.app.viewer;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import liveroom.app.testing.Browser;
import liveroom.app.testing.Visit;

/// A page with the shared lane's modules and their simulations, see `simulations.html`. Confined to one thread.
final class Simulations implements AutoCloseable {
    private final FakeStudio studio;
    private final Browser browser;
    private final Page page;

    private Simulations(FakeStudio studio, Browser browser, Page page) {
        this.studio = studio;
        this.browser = browser;
        this.page = page;
    }

    static Simulations open() throws IOException {
        FakeStudio studio = new FakeStudio();
        Browser browser = Browser.open();
        Page page = new Visit(browser, 640, 360).page();
        page.navigate(studio.origin() + "/peer/simulations.html");
        page.waitForFunction("() => globalThis.simulate");
        return new Simulations(studio, browser, page);
    }

    Simulated run(String name, Map<String, Object> parameters) {
        return new Simulated((Map<?, ?>)
                page.evaluate("([name, parameters]) => simulate(name, parameters)", List.of(name, parameters)));
    }

    @Override
    public void close() {
        browser.close();
        studio.close();
    }
}
