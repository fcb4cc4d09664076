package liveroom.bench.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import liveroom.bench.chain.LiveStudio;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ProgramDropsTest {
    private static LiveStudio.Figures line(double atMillis, long program, long encoders) {
        return new LiveStudio.Figures(
                atMillis,
                JsonMapper.shared()
                        .createObjectNode()
                        .put("droppedFrames", program)
                        .put("encoderDroppedFrames", encoders));
    }

    @Test
    void since_linesBeforeAndAfter_countsFromTheLastOneBeforeAndTheEncodersToo() {
        List<LiveStudio.Figures> lines =
                List.of(line(1_000, 1, 0), line(2_000, 3, 1), line(3_000, 7, 5), line(4_000, 8, 9));
        assertThat(ProgramDrops.since(lines, 2_500)).isEqualTo(13);
    }

    @Test
    void since_noLineYet_isNone() {
        assertThat(ProgramDrops.since(List.of(), 0)).isZero();
    }
}
