package liveroom.app.testing;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A test with a browser that no other test uses at the same time. Browsers outlive tests: the next ones take them
/// over.
@SuppressWarnings("NullAway.Init") // JUnit calls `takeBrowser` before anything else
public abstract class BrowserTest {
    /// They decode and draw video: with more of them, each would wait for the others.
    private static final Semaphore PLACES = new Semaphore(2);

    private static final Deque<Browser> IDLE = new ConcurrentLinkedDeque<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> IDLE.forEach(Browser::close)));
    }

    protected Browser browser;

    @BeforeEach
    final void takeBrowser() {
        PLACES.acquireUninterruptibly();
        @Nullable Browser idle = IDLE.poll();
        browser = idle == null ? Browser.open() : idle;
    }

    @AfterEach
    final void giveBrowserBack() {
        if (browser != null) {
            IDLE.push(browser);
        }
        PLACES.release();
    }
}
