package liveroom.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import liveroom.transport.peer.PeerStats;
import org.junit.jupiter.api.Test;

class EncodeTimesTest {
    private final EncodeTimes times = new EncodeTimes();

    private static Traffic second(long frames, double millisEach) {
        return new Traffic(PeerStats.NOTHING, frames, 0, 0, frames, frames * millisEach / 1000);
    }

    @Test
    void percentile_someSecondsAreSlow_tellsTheTwoApart() {
        for (int i = 0; i < 54; i++) {
            times.add(List.of(second(30, 4)));
        }
        for (int i = 0; i < 6; i++) {
            times.add(List.of(second(30, 20), second(0, 0)));
        }
        assertThat(times.percentile(0.5)).isCloseTo(4, within(1e-9));
        assertThat(times.percentile(0.95)).isCloseTo(20, within(1e-9));
    }

    @Test
    void percentile_afterTheLastViewerLeft_isNone() {
        times.add(List.of(second(30, 4)));
        times.add(List.of());
        assertThat(times.percentile(0.5)).isZero();
    }
}
