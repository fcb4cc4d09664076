package liveroom.app.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import liveroom.app.testing.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The page plays a show, against another page of the same browser that sends it.
class PlayTest {
    private static Browser browser;
    private FakeStudio studio;
    private Visit peer;

    @BeforeAll
    static void openBrowser() {
        browser = Browser.open();
    }

    @AfterAll
    static void closeBrowser() {
        browser.close();
    }

    @BeforeEach
    void begin() throws IOException {
        studio = new FakeStudio();
        peer = new Visit(browser, 640, 360);
        peer.page().navigate(studio.origin() + "/peer/");
    }

    @AfterEach
    void end() {
        peer.close();
        studio.close();
    }

    @Test
    void live_pictureMovesAndSoundIsMuted() {
        try (var visit = new Visit(browser, 1280, 720).to(studio.link(), "live")) {
            Page page = visit.page();
            page.waitForFunction("() => document.querySelector('[data-program]').currentTime > 0.5");

            assertThat(page.evaluate("() => document.querySelector('[data-program]').videoWidth"))
                    .isEqualTo(1280);
            assertThat(page.evaluate("() => document.querySelector('audio').muted"))
                    .isEqualTo(true);
            assertThat(visit.complaints()).isEmpty();
        }
    }
}
