package liveroom.app.viewer;

import java.io.IOException;
import liveroom.app.testing.BrowserTest;
import liveroom.app.testing.Visit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// One made-up studio a test.
@SuppressWarnings("NullAway.Init") // JUnit calls `begin` before anything else
abstract class PageTest extends BrowserTest {
    FakeStudio studio;
    private @Nullable Visit peer;

    @BeforeEach
    void begin() throws IOException {
        studio = new FakeStudio();
    }

    @AfterEach
    void end() {
        if (peer != null) {
            peer.close();
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
