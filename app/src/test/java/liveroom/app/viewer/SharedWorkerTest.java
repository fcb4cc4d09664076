package liveroom.app.viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import liveroom.app.testing.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;

/// The worker that receives the shared lane: when it begins, when it cannot, and what it does when nobody looks.
class SharedWorkerTest extends PageTest {
    private static final String WORKER = "**/shared/worker.js";

    /// Counts what the worker's decoder has lent, and what has been converted; tells whoever asks.
    private static final String COUNTING = """
            const counts = { lent: 0, converted: 0 };
            const Decoder = self.VideoDecoder;
            self.VideoDecoder = class extends Decoder {
                constructor({ output, error }) {
                    super({ output: (frame) => { counts.lent += 1; output(frame); }, error });
                }
            };
            const { close, copyTo } = VideoFrame.prototype;
            VideoFrame.prototype.close = function () {
                counts.lent -= this.format === null ? 0 : 1;
                close.call(this);
            };
            VideoFrame.prototype.copyTo = function (...where) {
                counts.converted += 1;
                return copyTo.apply(this, where);
            };
            const asked = new BroadcastChannel('counts');
            asked.onmessage = () => asked.postMessage(counts);
            """;

    private static final String COUNTS = """
            () => new Promise((resolve) => {
                const asked = new BroadcastChannel('counts');
                asked.onmessage = ({ data }) => { asked.close(); resolve(data); };
                asked.postMessage('');
            })
            """;

    private Visit openShared() {
        return openPeer("?shared", "() => globalThis.studio?.media.sent > 60");
    }

    @Test
    @Execution(CONCURRENT)
    void tracksSleep_mediaIsOpenedBeforeTheWorkerIsThere_nothingIsMissed() {
        Visit peer = openShared();
        studio.letTracksSleep();
        try (var visit = visit()) {
            Page page = visit.page();
            List<Route> held = new ArrayList<>();
            page.route(WORKER, held::add);
            page.navigate(studio.link());
            peer.page().waitForFunction("() => studio.media.channels.size === 1");
            page.waitForCondition(() -> !held.isEmpty());

            held.forEach(Route::resume);
            page.waitForFunction(SharedLaneTest.PICTURE_MOVES);
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void workerDoesNotCome_tracksAreAskedFor() {
        Visit peer = openPeer("");
        studio.letTracksSleep();
        try (var visit = visit()) {
            visit.page().route(WORKER, Route::abort);
            visit.page().navigate(studio.link());
            // Before `media` is open by another connection, and then by this one.
            visit.page().waitForCondition(() -> studio.requests("POST /whep/") == 2 || wishedForTracks(peer));
            visit.awaitState("live");
            visit.page().waitForFunction("() => document.querySelector('video[data-program]').currentTime > 0.3");
        }
    }

    @Test
    @Execution(CONCURRENT)
    void outOfSight_picturesAreNeitherConvertedNorKept_andComeBack() {
        Visit peer = openShared();
        try (var visit = visit()) {
            visit.page().route(WORKER, route -> {
                APIResponse worker = route.fetch();
                route.fulfill(new Route.FulfillOptions().setResponse(worker).setBody(COUNTING + worker.text()));
            });
            visit.to(studio.link(), "live");
            Page page = visit.page();
            page.waitForFunction(SharedLaneTest.PICTURE_MOVES);
            turn(page, true);
            awaitUnseenSecond(peer);
            Map<?, ?> before = (Map<?, ?>) page.evaluate(COUNTS);
            awaitUnseenSecond(peer);
            Map<?, ?> after = (Map<?, ?>) page.evaluate(COUNTS);
            assertThat(after.get("converted")).isEqualTo(before.get("converted"));
            assertThat((Integer) after.get("lent")).isLessThanOrEqualTo(1);

            turn(page, false);
            page.evaluate(SharedLaneTest.FORGET);
            page.waitForFunction(SharedLaneTest.PICTURE_MOVES);
            assertThat(visit.complaints()).isEmpty();
        }
    }

    private static boolean wishedForTracks(Visit peer) {
        return (Boolean) peer.page()
                .evaluate("() => studio.received.some(({message}) => message.lane === 'track'"
                        + " && message.reason === 'decoder')");
    }

    private static void turn(Page page, boolean away) {
        page.evaluate("""
                (away) => {
                    Object.defineProperty(document, 'hidden', { configurable: true, get: () => away });
                    document.dispatchEvent(new Event('visibilitychange'));
                }
                """, away);
    }

    /// Pictures come, and none is shown.
    private static void awaitUnseenSecond(Visit peer) {
        peer.page().evaluate("() => studio.received.splice(0)");
        peer.page()
                .waitForFunction(
                        "() => studio.received.some(({message}) => message.type === 'report' && message.fps > 0"
                                + " && message.latencyMs === undefined)");
    }
}
