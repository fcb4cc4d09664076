package liveroom.capture.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every alpha over every value, against the formula in floating point.
final class RowBlendTest {
    private static final int WIDTH = 256;

    private final MemorySegment row = Arena.ofAuto().allocate(WIDTH);
    private final RowBlend blend = new RowBlend();

    private void ramp() {
        for (int i = 0; i < WIDTH; i++) {
            row.set(ValueLayout.JAVA_BYTE, i, (byte) i);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 128, 235, 240})
    void draw_everyAlphaOverEveryValue_isTheFormulaRounded(int colour) {
        blend.aim(row);
        for (int alpha = 0; alpha < 255; alpha++) {
            int front = Math.round(colour * alpha / 255f);
            byte[] values = filled(front);
            byte[] inverse = filled(255 - alpha);
            for (int through : new int[] {Mask.MIXED, 255 - alpha}) {
                ramp();
                blend.take(values, inverse, RowBlend.FULL);
                blend.draw(0, 0, WIDTH, through);
                for (int behind = 0; behind < WIDTH; behind++) {
                    int expected = front + Math.round(behind * (255 - alpha) / 255f);
                    assertThat(row.get(ValueLayout.JAVA_BYTE, behind) & 0xff).isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void draw_alphaDiffersFromPixelToPixel_blendsEachByItsOwn() {
        blend.aim(row);
        for (int step = 1; step < 256; step += 2) {
            byte[] values = new byte[WIDTH];
            byte[] inverse = new byte[WIDTH];
            for (int i = 0; i < WIDTH; i++) {
                int alpha = i / 3 * step & 0xff;
                values[i] = (byte) (alpha * 7 / 8);
                inverse[i] = (byte) (255 - alpha);
            }
            blend.take(values, inverse, RowBlend.FULL);
            ramp();
            blend.draw(0, 0, WIDTH, Mask.MIXED);
            for (int i = 0; i < WIDTH; i++) {
                long behind = Math.round(i * (inverse[i] & 0xff) / 255.0);
                assertThat(row.get(ValueLayout.JAVA_BYTE, i) & 0xff).isEqualTo((values[i] & 0xff) + (int) behind);
            }
        }
    }

    @Test
    void draw_faded_isTheSameForMixedAndEvenRunsAndNeverWraps() {
        blend.aim(row);
        for (int opacity = 1; opacity < RowBlend.FULL; opacity += 3) {
            for (int alpha = 0; alpha <= 255; alpha += 5) {
                byte[] values = filled(Math.round(240 * alpha / 255f));
                byte[] inverse = filled(255 - alpha);
                blend.take(values, inverse, opacity);
                ramp();
                blend.draw(0, 0, WIDTH, Mask.MIXED);
                byte[] mixed = row.toArray(ValueLayout.JAVA_BYTE);
                ramp();
                blend.draw(0, 0, WIDTH, 255 - alpha);
                assertThat(row.toArray(ValueLayout.JAVA_BYTE)).isEqualTo(mixed);
                double share = alpha * opacity / (255.0 * RowBlend.FULL);
                for (int behind = 0; behind < WIDTH; behind++) {
                    assertThat(Math.abs((mixed[behind] & 0xff) - (240 * share + behind * (1 - share))))
                            .isLessThan(2);
                }
            }
        }
    }

    @Test
    void mix_anyWeight_isTheMeanOfBoth() {
        MemorySegment other = Arena.ofAuto().allocate(WIDTH);
        other.fill((byte) 200);
        for (int weight = 0; weight <= RowBlend.FULL; weight++) {
            ramp();
            blend.aim(row);
            blend.mix(other, WIDTH - 3, weight);
            for (int i = 0; i < WIDTH - 3; i++) {
                int expected = (i * (RowBlend.FULL - weight) + 200 * weight + 128) >> 8;
                assertThat(row.get(ValueLayout.JAVA_BYTE, i) & 0xff).isEqualTo(expected);
            }
            assertThat(row.get(ValueLayout.JAVA_BYTE, WIDTH - 1) & 0xff).isEqualTo(WIDTH - 1);
        }
    }

    private static byte[] filled(int value) {
        byte[] bytes = new byte[WIDTH];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
