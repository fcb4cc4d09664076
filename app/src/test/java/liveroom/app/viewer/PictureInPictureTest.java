package liveroom.app.viewer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import com.microsoft.playwright.Page;
import liveroom.app.testing.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;

/// The picture in a window of its own, or on the whole screen of a telephone, while lanes change.
class PictureInPictureTest extends PageTest {
    private static final String MOVES_IN = """
            (id) => {
                const video = document.pictureInPictureElement;
                if (video?.id !== id) {
                    return false;
                }
                const frames = video.getVideoPlaybackQuality().totalVideoFrames;
                if (globalThis.apart?.id !== id) {
                    globalThis.apart = { id, frames };
                }
                return frames > apart.frames;
            }
            """;
    private static final String STREAM_IS_OPEN = "() => document.getElementById('pip').srcObject !== null";
    private static final String STREAM_IS_CLOSED = "() => document.getElementById('pip').srcObject === null";

    @Test
    @Execution(CONCURRENT)
    void otherLane_windowGoesWithIt_andBack() {
        Visit peer = openPeer("?both", "() => globalThis.studio?.media.sent > 60");
        try (var visit = visit().to(studio.link(), "live")) {
            Page page = visit.page();
            page.waitForFunction(SharedLaneTest.PICTURE_MOVES);
            page.locator("#pip-button").click();
            page.waitForFunction(MOVES_IN, "pip");
            peer.page().evaluate("() => studio.lane('track')");
            page.waitForFunction(MOVES_IN, "program");
            page.waitForFunction(STREAM_IS_CLOSED);
            assertThat(page.locator("#pip-button")).hasAttribute("aria-label", "Leave picture in picture");

            peer.page().evaluate("() => studio.lane('shared')");
            page.waitForFunction(MOVES_IN, "pip");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void laneStopsAsItsWindowOpens_theOtherHasIt() {
        Visit peer = openPeer("?both", "() => globalThis.studio?.media.sent > 60");
        try (var visit = visit().to(studio.link(), "live")) {
            Page page = visit.page();
            page.waitForFunction(SharedLaneTest.PICTURE_MOVES);
            peer.page().evaluate("() => { studio.media.meddle = () => []; }");
            page.locator("#pip-button").click();
            page.waitForFunction(STREAM_IS_OPEN);
            peer.page().evaluate("() => studio.lane('track')");
            page.waitForFunction(MOVES_IN, "program");
            page.waitForFunction(STREAM_IS_CLOSED);
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void windowIsRefused_itsStreamIsClosed() {
        openPeer("?shared", "() => globalThis.studio?.media.sent > 60");
        try (var visit = visit()) {
            visit.page().addInitScript("""
                    HTMLVideoElement.prototype.requestPictureInPicture = function () {
                        globalThis.asked = this.srcObject !== null;
                        return Promise.reject(new DOMException('no', 'NotAllowedError'));
                    };
                    """);
            visit.to(studio.link(), "live");
            visit.page().waitForFunction(SharedLaneTest.PICTURE_MOVES);
            visit.page().locator("#pip-button").click();
            visit.page().waitForFunction("() => globalThis.asked");
            visit.page().waitForFunction(STREAM_IS_CLOSED);
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void telephoneThatShowsOnlyVideosOnTheWholeScreen_hasThePicture() {
        openPeer("?shared", "() => globalThis.studio?.media.sent > 60");
        try (var visit = visit()) {
            visit.page().addInitScript("""
                    delete Element.prototype.requestFullscreen;
                    delete Element.prototype.webkitRequestFullscreen;
                    HTMLVideoElement.prototype.webkitEnterFullscreen = function () {
                        globalThis.filled = this.videoWidth;
                    };
                    """);
            visit.to(studio.link(), "live");
            visit.page().waitForFunction(SharedLaneTest.PICTURE_MOVES);
            visit.page().locator("#fullscreen-button").click();
            visit.page().waitForFunction("() => globalThis.filled === 640");
            assertThat(visit.complaints()).isEmpty();
        }
    }
}
