package liveroom.app.viewer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitUntilState;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import liveroom.app.testing.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;

/// The page plays a show, against another page of the same browser that sends it, and comes back from what interrupts
/// it.
class PlayTest extends PageTest {
    private static final String MOVES = "() => document.querySelector('[data-program]').currentTime > 0.3";

    private static final String POSTER_IS_RED = """
            () => {
                const still = document.getElementById('still');
                const glass = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
                glass.drawImage(still, 0, 0, 1, 1);
                const [red, green] = glass.getImageData(0, 0, 1, 1).data;
                return !still.hidden && still.width === 64 && red > 200 && green < 50;
            }""";

    /// As browsers do that were not touched. Their own rule cannot be tried here: whatever a test asks counts as a
    /// touch.
    private static final String SOUND_NEEDS_A_TOUCH = """
            const play = HTMLMediaElement.prototype.play;
            let touched = false;
            addEventListener('pointerdown', () => (touched = true), true);
            HTMLMediaElement.prototype.play = function () {
                return this.muted || touched
                    ? play.call(this)
                    : Promise.reject(new DOMException('not allowed', 'NotAllowedError'));
            };
            """;

    /// Lets a test say in which state the connection is, and tells the page so.
    private static final String MEDDLE = """
            const Real = RTCPeerConnection;
            globalThis.made = [];
            globalThis.RTCPeerConnection = class extends Real {
                constructor(...args) {
                    super(...args);
                    made.push(this);
                }
                get connectionState() {
                    return globalThis.pretended ?? super.connectionState;
                }
            };
            globalThis.pretend = (state) => {
                globalThis.pretended = state;
                made.at(-1).dispatchEvent(new Event('connectionstatechange'));
            };
            """;

    @Test
    @Execution(CONCURRENT)
    void leftBeforeThePageIsWhole_studioIsTold() {
        Visit peer = openPeer("");
        try (var visit = visit()) {
            Page page = visit.page();
            page.route("**/main.js", _ -> {}); // never comes
            page.navigate(studio.link(), new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
            assertThat(page.locator("html")).hasAttribute("data-page", "picture");
            page.navigate("about:blank");
            peer.page().waitForFunction("() => studio.count() === 0");
            assertThat(studio.requests("DELETE /whep/ana/")).isEqualTo(1);
        }
    }

    @Test
    @Execution(CONCURRENT)
    void live_pictureMovesSoundIsMuted_nothingComplains() {
        openPeer("");
        try (var visit = visit().to(studio.link(), "live")) {
            Page page = visit.page();
            page.waitForFunction(MOVES);

            assertThat(page.evaluate("() => document.querySelector('[data-program]').videoWidth > 0"))
                    .isEqualTo(true);
            assertThat(page.evaluate("() => document.querySelector('audio').muted"))
                    .isEqualTo(true);
            assertThat(page.locator("#title")).hasText("Ana’s live room");
            assertThat(page.locator("#viewers-count")).hasText("12");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    /// The page's own part is held up, as on a slow network, until the offer has been made without it.
    @Test
    @Execution(CONCURRENT)
    void restOfPageIsSlow_offerGoesOutBefore_isTheOnlyOne() {
        openPeer("");
        try (var visit = visit()) {
            Page page = visit.page();
            List<Route> held = new ArrayList<>();
            page.route("**/viewer/main.js", held::add);
            page.navigate(studio.link(), new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
            page.waitForCondition(() -> !held.isEmpty() && studio.requests("POST") == 1);

            held.forEach(Route::resume);
            visit.awaitState("live");
            page.waitForFunction(MOVES);
            assertThat(studio.requests("POST")).isEqualTo(1);
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void restOfPageDoesNotCome_isAskedForAgain() {
        openPeer("");
        try (var visit = visit()) {
            visit.page().route("**/viewer/main.js", Route::abort);
            visit.page().route("**/viewer/main.js?try=1", Route::abort);
            visit.to(studio.link(), "live");
            visit.page().waitForFunction(MOVES);
            assertThat(studio.requests("POST")).isEqualTo(1);
        }
    }

    @Test
    @Execution(CONCURRENT)
    void poster_isSeenUntilThePictureIsThere() throws Exception {
        studio.poster(redJpeg());
        openPeer("");
        try (var visit = visit()) {
            Page page = visit.page();
            List<Route> held = new ArrayList<>();
            page.route("**/whep/**", held::add);
            page.navigate(studio.link(), new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
            page.waitForFunction(POSTER_IS_RED);
            assertThat(page.locator("#notice")).isHidden();
            page.waitForCondition(() -> !held.isEmpty());

            page.unroute("**/whep/**");
            held.forEach(Route::resume);
            visit.awaitState("live");
            page.waitForFunction(MOVES);
            assertThat(page.locator("#still")).isHidden();
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void poster_noShowAfterAll_isSeenNoMore() throws Exception {
        studio.poster(redJpeg());
        studio.room("waiting", 409);
        try (var visit = visit()) {
            Page page = visit.page();
            List<Route> held = new ArrayList<>();
            page.route("**/whep/**", held::add);
            page.navigate(studio.link(), new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
            page.waitForFunction(POSTER_IS_RED); // nobody knows yet
            page.waitForCondition(() -> !held.isEmpty());

            page.unroute("**/whep/**");
            held.forEach(Route::resume);
            visit.awaitState("waiting");
            assertThat(page.locator("#still")).isHidden();
            assertThat(page.locator("#notice")).isVisible();
        }
    }

    private static byte[] redJpeg() throws IOException {
        BufferedImage picture = new BufferedImage(64, 36, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 64 * 36; i++) {
            picture.setRGB(i % 64, i / 64, 0xff0000);
        }
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", jpeg);
        return jpeg.toByteArray();
    }

    @Test
    @Execution(CONCURRENT)
    void soundButton_pressed_unmutesAndStaysSoAfterReload() {
        openPeer("");
        try (var visit = visit().to(studio.link(), "live")) {
            Page page = visit.page();
            page.locator("#sound-call").click();
            page.waitForFunction("() => !document.querySelector('audio').muted");
            assertThat(page.locator("#sound-call")).isHidden();

            page.reload();
            visit.awaitState("live");
            page.waitForFunction("() => document.documentElement.dataset.sound === 'on'");
            assertThat(page.evaluate("() => document.querySelector('audio').muted"))
                    .isEqualTo(false);
        }
    }

    @Test
    @Execution(CONCURRENT)
    void soundWantedButBlocked_pictureMoves_oneTouchIsEnough() {
        openPeer("");
        try (var visit = visit()) {
            Page page = visit.page();
            page.addInitScript("sessionStorage.setItem('liveroom.sound', 'yes')");
            page.addInitScript(SOUND_NEEDS_A_TOUCH);
            visit.to(studio.link(), "live");
            page.waitForFunction(MOVES);
            assertThat(page.locator("html")).hasAttribute("data-sound", "blocked");
            assertThat(page.locator("#sound-call")).hasText("Sound is blocked. Press to hear");

            page.locator("#sound-call").click();
            assertThat(page.locator("html")).hasAttribute("data-sound", "on");
            page.waitForFunction(
                    "() => { const { muted, paused } = document.querySelector('audio'); return !muted && !paused; }");
        }
    }

    @Test
    @Execution(CONCURRENT)
    void connected_clockIsAskedAndReportsArrive() {
        var peer = openPeer("");
        try (var visit = visit().to(studio.link(), "live")) {
            peer.page()
                    .waitForFunction(
                            "() => studio.received.filter(({message}) => message.type === 'clock').length > 1");
            peer.page()
                    .waitForFunction("() => studio.received.some(({channel, message}) => channel === 'control'"
                            + " && message.v === 1 && message.type === 'report' && message.fps > 0 && message.kbps > 0"
                            + " && message.width > 0 && message.rttMs >= 0 && message.lossPercent >= 0)");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void ended_thenLiveAgain_playsByItself() {
        var peer = openPeer("");
        try (var visit = visit().to(studio.link(), "live")) {
            studio.room("ended", 409);
            peer.page().evaluate("() => studio.control({type: 'ended'})");
            visit.awaitState("ended");

            studio.room("live", 0);
            visit.awaitState("live");
            visit.page().waitForFunction(MOVES);
        }
    }

    @Test
    @Execution(CONCURRENT)
    void waiting_showBegins_playsByItself() {
        openPeer("");
        studio.room("waiting", 409);
        try (var visit = visit().to(studio.link(), "waiting")) {
            assertThat(visit.page().locator("#title")).hasText("Ana’s live room");
            studio.room("live", 0);
            visit.awaitState("live");
        }
    }

    @Test
    @Execution(CONCURRENT)
    void full_placeBecomesFree_playsByItself() {
        openPeer("");
        studio.room("full", 503);
        try (var visit = visit().to(studio.link(), "full")) {
            studio.room("live", 0);
            visit.awaitState("live");
        }
    }

    @Test
    @Execution(CONCURRENT)
    void removed_staysAway() {
        var peer = openPeer("");
        try (var visit = visit().to(studio.link(), "live")) {
            peer.page().evaluate("() => studio.control({type: 'removed'})");
            visit.awaitState("removed");
            peer.page().waitForFunction("() => studio.count() === 0");
            assertThat(studio.requests("POST /whep/")).isEqualTo(1);
        }
    }

    @Test
    @Execution(CONCURRENT)
    void connectionDropped_keepsLastPictureAndComesBackOnce() {
        var peer = openPeer("");
        try (var visit = visit().to(studio.link(), "live")) {
            visit.page().waitForFunction(MOVES);
            studio.room("live", 429);
            peer.page().evaluate("() => studio.drop()");
            visit.awaitState("reconnecting");
            assertThat(visit.page().locator("#still")).isVisible();

            studio.room("live", 0);
            visit.awaitState("live");
            assertThat(visit.page().locator("#still")).isHidden();
            peer.page().waitForFunction("() => studio.count() === 1");
            visit.page().waitForFunction(MOVES);
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void connectionSilent_restartsIceOnTheSameConnection() {
        var peer = openPeer("");
        try (var visit = visit()) {
            visit.page().addInitScript(MEDDLE);
            visit.to(studio.link(), "live");
            visit.page().evaluate("() => pretend('disconnected')");
            visit.awaitState("reconnecting");
            peer.page().waitForFunction("() => studio.restarts > 0");
            visit.page().evaluate("() => pretend(undefined)");
            visit.awaitState("live");

            assertThat(studio.requests("POST /whep/")).isEqualTo(1);
            assertThat(visit.page().evaluate("() => made.length")).isEqualTo(1);
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void pageLeft_tellsTheStudio() {
        var peer = openPeer("");
        try (var visit = visit().to(studio.link(), "live")) {
            visit.page().navigate("about:blank");
            peer.page().waitForFunction("() => studio.count() === 0");
            assertThat(studio.requests("DELETE /whep/ana/")).isEqualTo(1);
        }
    }
}
