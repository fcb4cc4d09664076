package liveroom.app.viewer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import liveroom.app.testing.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;

/// The page plays a show that comes as packets over data channels, sent by another page of the same browser.
class SharedLaneTest extends PageTest {
    /// The time in the picture, read from its top: the picture moves if it changes.
    static final String PICTURE_MOVES = """
            () => {
                const shown = document.querySelector('[data-program]');
                if (shown.tagName !== 'CANVAS' || shown.hidden || shown.width === 0) {
                    return false;
                }
                globalThis.glass ??= new OffscreenCanvas(64, 4).getContext('2d', { willReadFrequently: true });
                glass.drawImage(shown, 0, 0, shown.width, shown.height / 12, 0, 0, 64, 4);
                const now = String(glass.getImageData(0, 2, 64, 1).data);
                globalThis.seen = (globalThis.seen ?? new Set()).add(now);
                return seen.size > 5;
            }
            """;

    static final String FORGET = "() => { globalThis.seen = new Set(); }";

    private Visit openShared() {
        return openPeer("?shared", "() => globalThis.studio?.media.sent > 60");
    }

    private static String reported(String condition) {
        return "() => studio.received.some(({message}) => message.type === 'report' && message.lane === 'shared' && "
                + condition + ")";
    }

    @Test
    @Execution(CONCURRENT)
    void shared_pictureMovesOnCanvas_nothingComplains() {
        openShared();
        try (var visit = visit().to(studio.link(), "live")) {
            visit.page().waitForFunction(PICTURE_MOVES);
            assertThat(visit.page().locator("[data-program]")).hasCount(1);
            assertThat(visit.complaints()).isEmpty();
        }
    }

    /// A newcomer in a room that has no encoder left for its first seconds.
    @Test
    @Execution(CONCURRENT)
    void shared_tracksSleep_theirPictureIsNotWaitedFor() {
        openShared();
        studio.letTracksSleep();
        try (var visit = visit()) {
            visit.page().addInitScript("""
                    const soon = globalThis.setTimeout;
                    globalThis.setTimeout = (then, ms, ...rest) => (ms < 1000 ? soon(then, ms, ...rest) : 0);
                    """);
            visit.page().navigate(studio.link());
            visit.page().waitForFunction(PICTURE_MOVES);
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void shared_soundTurnedOn_isPlayedAndMeasured() {
        Visit peer = openShared();
        try (var visit = visit().to(studio.link(), "live")) {
            visit.page().locator("#sound-call").click();
            assertThat(visit.page().locator("html")).hasAttribute("data-sound", "on");
            peer.page()
                    .waitForFunction(reported("Number.isFinite(message.skewMs) && message.concealedPercent < 5"
                            + " && message.rtp.length === 2 && message.latencyMs > 0 && message.playoutMs > 0"));
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void shared_loudspeakerFallsBehind_isRenewedAndTheShowStaysOnThisLane() {
        Visit peer = openShared();
        try (var visit = visit()) {
            // The first loudspeaker says that what it renders is heard a fifth of a second later than it is.
            visit.page().addInitScript("""
                    globalThis.contexts = [];
                    const truth = AudioContext.prototype.getOutputTimestamp;
                    globalThis.AudioContext = class extends AudioContext {
                        constructor(options) {
                            super(options);
                            contexts.push(this);
                        }
                        getOutputTimestamp() {
                            const { contextTime, performanceTime } = truth.call(this);
                            const lateMs = this === contexts[0] ? 200 : 0;
                            return { contextTime, performanceTime: performanceTime + lateMs };
                        }
                    };
                    """);
            visit.to(studio.link(), "live");
            visit.page().locator("#sound-call").click();
            visit.page().waitForFunction("() => contexts.length > 1 && contexts[0].state === 'closed'");
            peer.page().evaluate("() => studio.received.splice(0)");
            peer.page().waitForFunction(reported("Number.isFinite(message.skewMs) && message.concealedPercent < 5"));
            assertThat(peer.page().evaluate("() => studio.received.some(({message}) => message.type === 'wish')"))
                    .isEqualTo(false);
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void shared_pictureLost_asksForKeyframeAndGoesOn() {
        Visit peer = openShared();
        try (var visit = visit().to(studio.link(), "live")) {
            visit.page().waitForFunction(PICTURE_MOVES);
            peer.page().evaluate("""
                    () => {
                        let lost = 0;
                        studio.media.meddle = (bytes, stream) => (stream.type === 96 && lost++ === 3 ? [] : [bytes]);
                    }
                    """);
            peer.page()
                    .waitForFunction("() => studio.received.some(({message}) => message.type === 'keyframe'"
                            + " && message.ssrc === studio.media.current.stream.ssrc)");
            visit.page().evaluate(FORGET);
            visit.page().waitForFunction(PICTURE_MOVES);
        }
    }

    @Test
    @Execution(CONCURRENT)
    void shared_otherRung_isShownFromItsKeyframeOn() {
        Visit peer = openShared();
        try (var visit = visit().to(studio.link(), "live")) {
            Page page = visit.page();
            page.waitForFunction("() => document.querySelector('[data-program]').width === 640");
            peer.page().evaluate("() => studio.media.switchTo(1)");
            page.waitForFunction("() => document.querySelector('[data-program]').width === 320");
            page.evaluate(FORGET);
            page.waitForFunction(PICTURE_MOVES);
            peer.page().evaluate("() => studio.media.switchTo(0)");
            page.waitForFunction("() => document.querySelector('[data-program]').width === 640");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void shared_soundAlone_saysWhyThePictureStandsStill() {
        Visit peer = openShared();
        try (var visit = visit().to(studio.link(), "live")) {
            visit.page().waitForFunction(PICTURE_MOVES);
            peer.page()
                    .evaluate("() => studio.control({ type: 'lane', lane: 'shared', kbps: 128, width: 0, height: 0 })");
            assertThat(visit.page().locator("#sound-alone")).isVisible();
            assertThat(visit.page().locator("canvas[data-program]")).isVisible();
            peer.page()
                    .evaluate(
                            "() => studio.control({ type: 'lane', lane: 'shared', kbps: 200, width: 320, height: 180 })");
            assertThat(visit.page().locator("#sound-alone")).isHidden();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void shared_garbageOnTheChannel_isIgnored() {
        Visit peer = openShared();
        try (var visit = visit().to(studio.link(), "live")) {
            peer.page().evaluate("""
                    () => {
                        const noise = () => crypto.getRandomValues(new Uint8Array(Math.floor(Math.random() * 200)));
                        studio.media.meddle = (bytes) => [noise(), bytes, noise()];
                    }
                    """);
            visit.page().waitForFunction(PICTURE_MOVES);
            visit.page().evaluate(FORGET);
            visit.page().waitForFunction(PICTURE_MOVES);
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void otherLane_pictureGoesOnInTheOtherElement_andBack() {
        Visit peer = openPeer("?both", "() => globalThis.studio?.media.sent > 60");
        try (var visit = visit().to(studio.link(), "live")) {
            Page page = visit.page();
            page.waitForFunction(PICTURE_MOVES);
            page.locator("#sound-call").click();
            peer.page().evaluate("() => studio.lane('track')");
            assertThat(page.locator("video[data-program]")).isVisible();
            page.waitForFunction("() => !document.querySelector('audio').muted");
            assertThat(page.locator("canvas[data-program]")).hasCount(0);

            peer.page().evaluate("() => studio.lane('shared')");
            assertThat(page.locator("canvas[data-program]")).isVisible();
            page.evaluate(FORGET);
            page.waitForFunction(PICTURE_MOVES);
            page.waitForFunction("() => document.querySelector('audio').muted");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    /// Connections of the page are noted in `made`.
    private Visit spreading(Visit visit) {
        visit.page().addInitScript("""
                globalThis.made = [];
                globalThis.RTCPeerConnection = class extends RTCPeerConnection {
                    constructor(configuration) {
                        super(configuration);
                        made.push(this);
                    }
                };
                """);
        return visit.to(studio.link(), "live");
    }

    private static void assertNoKeyframeWasAskedFor(Visit peer) {
        assertThat(peer.page().evaluate("() => studio.received.some(({message}) => message.type === 'keyframe')"))
                .isEqualTo(false);
    }

    @Test
    void shared_overFourConnections_oneSilentThenOneGone_thenAllBack_pictureAndSoundGoOn() {
        Visit peer = openShared();
        try (var visit = spreading(visit())) {
            Page page = visit.page();
            page.waitForFunction(PICTURE_MOVES);
            page.locator("#sound-call").click();
            peer.page().evaluate("() => studio.spread([1, 2, 3])");
            peer.page()
                    .waitForFunction("() => studio.media.further.length === 3"
                            + " && studio.media.further.every(({readyState}) => readyState === 'open')");
            peer.page().evaluate("() => { studio.received.splice(0); studio.media.further[0].silent = true; }");
            page.evaluate(FORGET);
            page.waitForFunction(PICTURE_MOVES);
            peer.page()
                    .waitForFunction(reported("Number.isFinite(message.skewMs) && message.concealedPercent < 5"
                            + " && message.overtaken === 0 && message.fps > 0"));
            assertNoKeyframeWasAskedFor(peer);

            peer.page().evaluate("() => studio.unspread(1, false)");
            page.evaluate(FORGET);
            page.waitForFunction(PICTURE_MOVES);
            assertNoKeyframeWasAskedFor(peer);

            peer.page().evaluate("() => [2, 3].forEach((id) => studio.unspread(id, true))");
            page.waitForFunction("() => made.filter(({connectionState}) => connectionState === 'closed').length >= 2");
            page.evaluate(FORGET);
            page.waitForFunction(PICTURE_MOVES);
            assertNoKeyframeWasAskedFor(peer);
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void shared_moreConnectionsThanThree_areRefused() {
        Visit peer = openShared();
        try (var visit = spreading(visit())) {
            peer.page().evaluate("() => studio.spread([1, 2, 3, 4])");
            peer.page()
                    .waitForFunction("() => studio.received.some(({message}) => message.type === 'stripe-over'"
                            + " && message.id === 4)");
            peer.page().waitForFunction("() => studio.media.further.length === 3");
            visit.page().waitForFunction(PICTURE_MOVES);
            assertThat(visit.page().evaluate("() => made.length")).isEqualTo(4);
        }
    }

    @Test
    @Execution(CONCURRENT)
    void shared_fullScreenAndBack_pictureGoesOn() {
        openShared();
        try (var visit = visit().to(studio.link(), "live")) {
            Page page = visit.page();
            page.waitForFunction(PICTURE_MOVES);
            page.locator("#fullscreen-button").click();
            page.waitForFunction(
                    "() => document.fullscreenElement?.contains(document.querySelector('[data-program]'))");
            page.evaluate(FORGET);
            page.waitForFunction(PICTURE_MOVES);
            page.keyboard().press("f");
            page.waitForFunction("() => document.fullscreenElement === null");
            page.evaluate(FORGET);
            page.waitForFunction(PICTURE_MOVES);
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void shared_pictureInPicture_hasMovingPicturesUntilItIsClosed() {
        openShared();
        try (var visit = visit().to(studio.link(), "live")) {
            Page page = visit.page();
            page.waitForFunction(PICTURE_MOVES);
            page.locator("#pip-button").click();
            page.waitForFunction("() => document.pictureInPictureElement?.id === 'pip'");
            page.waitForFunction("() => document.pictureInPictureElement.videoWidth === 640"
                    + " && document.pictureInPictureElement.getVideoPlaybackQuality().totalVideoFrames > 10");
            page.locator("#pip-button").click();
            page.waitForFunction("() => document.pictureInPictureElement === null"
                    + " && document.getElementById('pip').srcObject === null");
            page.evaluate(FORGET);
            page.waitForFunction(PICTURE_MOVES);
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void shared_pageOutOfSight_soundGoesOnWithoutPictures() {
        Visit peer = openShared();
        try (var visit = visit()) {
            // What is out of sight has no refreshes. The driver keeps every page in sight, so they are taken away.
            visit.page().route("**/shared/worker.js", route -> {
                APIResponse worker = route.fetch();
                route.fulfill(new Route.FulfillOptions().setResponse(worker).setBody("""
                                const refresh = self.requestAnimationFrame.bind(self);
                                let sight = true;
                                new BroadcastChannel('sight').onmessage = ({ data }) => (sight = data);
                                self.requestAnimationFrame = (then) => (sight ? refresh(then) : 0);
                                """ + worker.text()));
            });
            visit.to(studio.link(), "live");
            Page page = visit.page();
            page.waitForFunction(PICTURE_MOVES);
            page.locator("#sound-call").click();
            peer.page()
                    .waitForFunction(reported("message.concealedPercent < 5 && message.audioBufferMs !== undefined"));
            page.evaluate("() => new BroadcastChannel('sight').postMessage(false)");
            peer.page().evaluate("() => studio.received.splice(0)");
            String hearing = "message.concealedPercent < 5 && message.latencyMs === undefined && message.fps > 0";
            peer.page()
                    .waitForFunction("() => studio.received.filter(({message}) => message.type === 'report' && "
                            + hearing + ").length >= 3");
            assertThat(peer.page().evaluate("() => studio.received.some(({message}) => message.type === 'wish')"))
                    .isEqualTo(false);
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void shared_browserCannotDrawFromAWorker_thePageDecodesAndDraws() {
        Visit peer = openShared();
        try (var visit = visit()) {
            visit.page().addInitScript("delete HTMLCanvasElement.prototype.transferControlToOffscreen");
            visit.to(studio.link(), "live");
            assertThat(visit.page().workers()).noneMatch(worker -> worker.url().endsWith("/shared/worker.js"));
            visit.page().waitForFunction(PICTURE_MOVES);
            visit.page().locator("#sound-call").click();
            peer.page().waitForFunction(reported("Number.isFinite(message.skewMs) && message.concealedPercent < 5"));
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void shared_channelCannotBeHandedOver_thePagePassesItsMessagesOn() {
        openShared();
        try (var visit = visit()) {
            visit.page().addInitScript("""
                    const post = Worker.prototype.postMessage;
                    Worker.prototype.postMessage = function (message, transfer) {
                        if (message.channel) {
                            throw new DOMException('not here', 'DataCloneError');
                        }
                        post.call(this, message, transfer);
                    };
                    """);
            visit.to(studio.link(), "live");
            visit.page().waitForFunction(PICTURE_MOVES);
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void noWebCodecs_mediaIsNotOpened() {
        Visit peer = openPeer("");
        try (var visit = visit()) {
            visit.page().addInitScript("delete globalThis.VideoDecoder");
            visit.to(studio.link(), "live");
            assertThat(peer.page().evaluate("() => studio.channels()")).isEqualTo("control,chat");
            assertThat(visit.page().locator("video[data-program]")).isVisible();
        }
    }
}
