package liveroom.app.viewer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import liveroom.app.testing.Visit;
import org.junit.jupiter.api.Test;

/// Nothing comes by the shared lane any more.
class SilenceTest extends PageTest {
    private static final String OFFER = "POST /whep/";
    private static final String ASKED = "GET /api/rooms/ana";
    private static final String SILENCE =
            "() => { globalThis.silenced = [...studio.media.channels]; studio.media.channels.clear(); }";
    private static final String AS_BEFORE =
            "() => { silenced.forEach((channel) => studio.media.channels.add(channel)); studio.media.keyframe(); }";
    private static final String KEPT =
            "() => { globalThis.kept = []; studio.media.meddle = (bytes) => { kept.push(bytes); return []; }; }";
    private static final String ONE_KEPT_FOR_EACH = "() => { studio.media.meddle = () => kept.splice(0, 1); }";
    private static final String PICTURE = "() => document.querySelector('canvas[data-program]')?.width === 640";

    private Visit openShared() {
        return openPeer("?shared", "() => globalThis.studio?.media.sent > 60");
    }

    /// Neither packets nor answers come any more.
    private void cut(Visit visit, Visit peer) {
        visit.page().waitForFunction(PICTURE);
        studio.cut();
        peer.page().evaluate(SILENCE);
        visit.awaitState("reconnecting");
    }

    @Test
    void silence_studioCanBeReached_anotherConnectionBringsTheShow() {
        Visit peer = openShared();
        try (var visit = visit().to(studio.link(), "live")) {
            Page page = visit.page();
            page.waitForFunction(PICTURE);
            peer.page().evaluate(SILENCE);
            peer.page().waitForFunction("() => studio.media.channels.size === 1");
            visit.awaitState("live");
            page.waitForFunction(PICTURE);
            assertThat(studio.requests(OFFER)).isEqualTo(2);
            assertThat(studio.requests("DELETE /whep/ana/p1")).isEqualTo(1);
            assertThat(peer.page().evaluate("() => studio.count()")).isEqualTo(1);
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void silence_againSoonAfter_anotherConnectionIsMadeAllTheSame() {
        Visit peer = openShared();
        try (var visit = visit().to(studio.link(), "live")) {
            for (int offers = 2; offers <= 3; offers++) {
                int soFar = offers;
                visit.page().waitForFunction(PICTURE);
                peer.page().evaluate(SILENCE);
                visit.page().waitForCondition(() -> studio.requests(OFFER) == soFar);
                peer.page().waitForFunction("() => studio.media.channels.size === 1");
                visit.awaitState("live");
            }
        }
    }

    @Test
    void silence_studioCannotBeReached_comesBackWhenItCan() {
        Visit peer = openShared();
        try (var visit = visit().to(studio.link(), "live")) {
            cut(visit, peer);
            visit.page().waitForCondition(() -> studio.requests(ASKED) >= 3);
            assertThat(studio.requests(OFFER)).isEqualTo(1);
            assertThat(visit.page().locator("#still")).isVisible();
            studio.mend();
            visit.awaitState("live");
            visit.page().waitForFunction(PICTURE);
            assertThat(studio.requests(OFFER)).isEqualTo(2);
        }
    }

    @Test
    void silence_endsWithWhatIsOld_anotherConnectionBringsTheShow() {
        Visit peer = openShared();
        try (var visit = visit().to(studio.link(), "live")) {
            visit.page().waitForFunction(PICTURE);
            studio.cut();
            peer.page().evaluate(KEPT);
            visit.awaitState("reconnecting");
            peer.page().evaluate(ONE_KEPT_FOR_EACH);
            studio.mend();
            visit.page().waitForCondition(() -> studio.requests(OFFER) == 2);
        }
    }

    @Test
    void silence_endsByItself_theConnectionStays() {
        Visit peer = openShared();
        try (var visit = visit().to(studio.link(), "live")) {
            cut(visit, peer);
            visit.page().waitForCondition(() -> studio.requests(ASKED) >= 1);
            peer.page().evaluate(AS_BEFORE);
            visit.awaitState("live");
            studio.mend();
            visit.page().waitForFunction(PICTURE);
            assertThat(studio.requests(OFFER)).isEqualTo(1);
            assertThat(visit.page().locator("#still")).isHidden();
        }
    }
}
