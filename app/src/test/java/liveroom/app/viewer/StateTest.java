package liveroom.app.viewer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each state of the page that needs no show: what it says, and that it fits.
class StateTest extends PageTest {
    private record Size(int width, int height) {}

    private static final List<Size> SIZES =
            List.of(new Size(360, 640), new Size(768, 1024), new Size(1280, 720), new Size(1920, 1080));

    @ParameterizedTest
    @Execution(CONCURRENT)
    @CsvSource(
            delimiter = '|',
            value = {
                "waiting | 409 | waiting    | Not live yet",
                "ended   | 409 | ended      | The show has ended",
                "full    | 503 | full       | The room is full",
                "live    | 403 | invalid    | This link does not work",
                "live    | 401 | invalid    | This link does not work",
                "live    | 404 | invalid    | This link does not work",
                "live    | 400 | failed     | The show cannot be played",
                "live    | 429 | connecting | Connecting",
                "live    | 500 | connecting | Connecting",
            })
    void refused_saysWhy_fitsEveryScreen(String room, int status, String state, String heading) {
        studio.room(room, status);
        try (var visit = visit().to(studio.link(), state)) {
            Page page = visit.page();
            assertThat(page.locator("#notice-heading")).hasText(heading);
            assertThat(page.locator("#notice")).isVisible();
            assertThat(page.locator("#announcer")).containsText(heading);
            assertThat(page.locator("#sound-call")).isHidden();
            for (Size size : SIZES) {
                page.setViewportSize(size.width(), size.height());
                assertThat(visit.outside()).as("outside at %s", size).isEmpty();
            }
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void linkWithoutKey_isInvalid_asksNobody() {
        try (var visit = visit().to(studio.origin() + "/watch/ana", "invalid")) {
            assertThat(studio.requests("POST")).isZero();
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void browserWithoutWebRtc_isToldSo() {
        try (var visit = visit()) {
            visit.page().addInitScript("delete globalThis.RTCPeerConnection");
            visit.to(studio.link(), "failed");
            assertThat(visit.page().locator("#notice-text")).containsText("This browser cannot receive live video");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void finalState_triesNoMore() {
        studio.room("live", 403);
        try (var visit = visit().to(studio.link(), "invalid")) {
            visit.page().evaluate("() => dispatchEvent(new Event('online'))");
            visit.page().evaluate("() => fetch('/api/rooms/ana')");
            assertThat(studio.requests("POST /whep/")).isEqualTo(1);
        }
    }

    @Test
    @Execution(CONCURRENT)
    void linkBecomesVoid_whileWaiting_saysSo() {
        studio.room("waiting", 409);
        try (var visit = visit().to(studio.link(), "waiting")) {
            studio.voidLinks();
            visit.awaitState("invalid");
        }
    }

    @Test
    @Execution(CONCURRENT)
    void refused_afterRemoval_saysSo_asTheSameBrowserAgain() {
        studio.remove();
        try (var visit = visit().to(studio.link(), "removed")) {
            assertThat(visit.page().locator("#notice-heading")).hasText("You were removed from this room");
            visit.page().reload();
            visit.awaitState("removed");
        }
        assertThat(studio.tokens()).hasSize(2).allMatch(token -> token.matches("[A-Za-z0-9_-]{22}"));
        assertThat(studio.tokens().get(0)).isEqualTo(studio.tokens().get(1));
    }

    @Test
    @Execution(CONCURRENT)
    void offer_asksForStereoInShortPackets() {
        try (var visit = visit().to(studio.origin() + "/watch/ana", "invalid")) {
            Object munged = visit.page().evaluate("""
                    async () => {
                        const { preferStereo } = await import('/viewer/sdp.js');
                        const connection = new RTCPeerConnection();
                        connection.addTransceiver('audio', { direction: 'recvonly' });
                        const offer = await connection.createOffer();
                        const sdp = preferStereo(offer.sdp);
                        await connection.setLocalDescription({ type: 'offer', sdp });
                        connection.close();
                        return sdp;
                    }
                    """);
            assertThat((String) munged)
                    .containsPattern("a=fmtp:\\d+ minptime=10;useinbandfec=1;stereo=1\r\n")
                    .contains("a=ptime:10\r\n");
        }
    }

    @Test
    @Execution(CONCURRENT)
    void page_needsOneAnswerToBegin_andOneFurtherScriptToBeWhole() {
        try (var visit = visit().to(studio.origin() + "/watch/ana", "invalid")) {
            Object scripts = visit.page().evaluate("""
                    () => performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname)
                            .filter((path) => path.endsWith('.js'))
                    """);
            assertThat(scripts).isEqualTo(List.of("/viewer/main.js"));
            assertThat(visit.page().locator("link[rel=stylesheet]:not([data-later])"))
                    .hasCount(0);
        }
    }
}
