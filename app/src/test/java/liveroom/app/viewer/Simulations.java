package liveroom.app.viewer;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import liveroom.app.testing.Browser;
import liveroom.app.testing.Visit;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A page with the shared lane's modules and their simulations, see `simulations.html`, while the tests of a class run.
/// Confined to one thread.
@SuppressWarnings("NullAway.Init") // JUnit calls `beforeAll` before anything else
final class Simulations implements BeforeAllCallback, AfterAllCallback {
    private FakeStudio studio;
    private Browser browser;
    private Page page;

    @Override
    public void beforeAll(ExtensionContext tests) throws IOException {
        studio = new FakeStudio();
        browser = Browser.open();
        page = new Visit(browser, 640, 360).page();
        page.navigate(studio.origin() + "/peer/simulations.html");
        page.waitForFunction("() => globalThis.simulate");
    }

    Simulated run(String name) {
        return run(name, Map.of());
    }

    Simulated run(String name, Map<String, Object> parameters) {
        return new Simulated((Map<?, ?>)
                page.evaluate("([name, parameters]) => simulate(name, parameters)", List.of(name, parameters)));
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        browser.close();
        studio.close();
    }
}
