package liveroom.capture.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import liveroom.capture.media.VideoFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeCodeTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "999999, 0", "33333334, 33", "4095999999, 4095", "4096000000, 0", "-1, 4095"})
    void draw_anyTime_isReadFromTheMiddleOfItsCells(long nanos, int millis) {
        for (VideoFormat format :
                new VideoFormat[] {new VideoFormat(1280, 720), new VideoFormat(320, 180), new VideoFormat(854, 480)}) {
            MemorySegment picture = Arena.ofAuto().allocate(format.bytes());
            new TestCard(format).draw(nanos, picture);

            int row = (int) (0.98 * format.height());
            int code = 0;
            for (int cell = 0; cell < TimeCode.CELLS; cell++) {
                int x = (int) ((0.05 + 0.9 * (cell + 0.5) / TimeCode.CELLS) * format.width());
                int luma = picture.get(ValueLayout.JAVA_BYTE, (long) row * format.width() + x) & 0xff;
                code = code << 1 | (luma > 128 ? 1 : 0);
            }
            assertThat(code).isEqualTo(1 << (TimeCode.CELLS - 1) | millis);
        }
    }
}
