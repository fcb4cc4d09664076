package liveroom.bench.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import liveroom.bench.chain.Chromium;
import liveroom.bench.chain.LiveStudio;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A viewer whose network lets nothing through but the host's TURN server: the page learns of it from the studio, and
/// both lanes come that way.
class RelayTest {
    private static final double PATIENCE_MILLIS = 60_000;

    /// A browser behind such a network finds no other candidates than those of the relay.
    private static final String BEHIND = """
            const Anywhere = RTCPeerConnection;
            globalThis.made = [];
            globalThis.RTCPeerConnection = class extends Anywhere {
              constructor(configuration) {
                super({ ...configuration, iceTransportPolicy: 'relay' });
                made.push(this);
              }
              setConfiguration(configuration) {
                super.setConfiguration({ ...configuration, iceTransportPolicy: 'relay' });
              }
            };
            """;

    private static final String WAY = """
            async () => {
              const stats = [...(await made.at(-1).getStats()).values()];
              const pair = stats.find(({ type, nominated, state }) => type === 'candidate-pair' && nominated && state === 'succeeded');
              return stats.find(({ id }) => id === pair.localCandidateId).candidateType;
            }""";

    @ParameterizedTest
    @ValueSource(strings = {"shared", "track"})
    void viewerCanReachTheRelayAlone_showIsLive(String lane) throws IOException {
        try (TurnServer turn = TurnServer.start();
                Chromium chromium = Chromium.start(Map.of());
                LiveStudio studio = LiveStudio.start(
                        Map.of(),
                        List.of("--video", "test", "--audio", "test", "--lane", lane, "--turn", turn.setting()))) {
            Page page = chromium.open();
            page.setDefaultTimeout(PATIENCE_MILLIS);
            page.addInitScript(BEHIND);
            page.navigate(studio.link());
            page.locator("html[data-state=live]").waitFor();
            page.locator("[data-program]:visible").waitFor();
            studio.awaitViewers(1);

            assertThat(page.evaluate(WAY)).isEqualTo("relay");
            studio.awaitViewer(viewer -> viewer.path("lane").asString("").equals(lane)
                    && viewer.path("latencyMs").isNumber());
        }
    }
}
