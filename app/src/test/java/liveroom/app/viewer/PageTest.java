package liveroom.app.viewer;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import liveroom.app.testing.Browser;
import liveroom.app.testing.Visit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/// One browser a class, one made-up studio a test.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit calls `openBrowser` and `begin` before anything else
abstract class PageTest {
    Browser browser;
    FakeStudio studio;
    private @Nullable Visit peer;

    @BeforeAll
    void openBrowser() {
        browser = Browser.open(Map.of(), List.of(Browser.AUTOPLAY));
    }

    @AfterAll
    void closeBrowser() {
        browser.close();
    }

    @BeforeEach
    void begin() throws IOException {
        studio = new FakeStudio();
    }

    @AfterEach
    void end() {
        if (peer != null) {
            peer.close();
            peer = null;
        }
        studio.close();
    }

    /// Opens the page that is the other end of the connection.
    ///
    /// @param source what follows `/peer/`: nothing, or `?movie`
    Visit openPeer(String source) {
        return openPeer(source, "() => globalThis.studio");
    }

    /// Opens a page of the test's own.
    ///
    /// @param source what follows `/peer/`
    /// @param ready a function of the page that tells whether it is ready
    Visit openPeer(String source, String ready) {
        peer = new Visit(browser, 640, 360);
        peer.page().navigate(studio.origin() + "/peer/" + source);
        peer.page().waitForFunction(ready);
        return peer;
    }

    /// A viewer on a desktop, who gave a name before.
    Visit visit() {
        return new Visit(browser, 1280, 720);
    }
}
