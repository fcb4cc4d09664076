package liveroom.app.viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;

/// What the page tells of where the time goes, on each lane.
class LatencyPartsTest extends PageTest {
    private static final String ADD_UP = """
            () => studio.received.some(({message}) => message.type === 'report' && message.arrivalMs >= 0
                && message.bufferMs >= 0 && message.renderMs >= 0
                && Math.abs(message.arrivalMs + message.bufferMs + message.renderMs - message.latencyMs) < 0.3)
            """;

    @Test
    @Execution(CONCURRENT)
    void report_onTheSharedLane_hasPartsThatAddUpToTheLatency() {
        var peer = openPeer("?shared", "() => globalThis.studio?.media.sent > 60");
        try (var visit = visit().to(studio.link(), "live")) {
            peer.page().waitForFunction(ADD_UP);
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void report_byTracks_hasPartsOnceTheStudioToldItsOwn() {
        var peer = openPeer("");
        try (var visit = visit().to(studio.link(), "live")) {
            peer.page()
                    .waitForFunction("() => studio.received.filter(({message}) => message.type === 'report'"
                            + " && message.fps > 0 && message.arrivalMs === undefined).length >= 2");
            peer.page().evaluate("() => studio.control({ type: 'picture', ageMs: 30.5, sendMs: 9 })");
            peer.page().waitForFunction(ADD_UP);
            assertThat(visit.complaints()).isEmpty();
        }
    }
}
