package liveroom.capture.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ContrastTest {
    /// Well-known pairs: the greys that just pass and just fail, pure colours on white.
    @ParameterizedTest
    @CsvSource({
        "000000, ffffff, 21.00",
        "777777, ffffff, 4.48",
        "767676, ffffff, 4.54",
        "959595, ffffff, 3.00",
        "0000ff, ffffff, 8.59",
        "ff0000, ffffff, 4.00",
        "00ff00, ffffff, 1.37",
        "ffff00, 000000, 19.56",
        "123456, 123456, 1.00"
    })
    void ratio_ofKnownPairs_isAsInWcag(String one, String other, double ratio) {
        int a = Integer.parseInt(one, 16);
        int b = Integer.parseInt(other, 16);

        assertThat(Contrast.ratio(a, b)).isCloseTo(ratio, within(0.005));
        assertThat(Contrast.ratio(b, a)).isEqualTo(Contrast.ratio(a, b));
    }

    @Test
    void readable_ofGreyOnWhite_isTheNextGreyThatPasses() {
        assertThat(Contrast.hex(Contrast.readable(0x999999, 0xffffff))).isEqualTo("#767676");
        assertThat(Contrast.hex(Contrast.readable(0x111111, 0xffffff))).isEqualTo("#111111");
    }

    @Test
    void readable_ofAnyPair_canBeReadAndKeepsItsHue() {
        Random random = new Random(4);
        for (int i = 0; i < 2000; i++) {
            int text = random.nextInt(0x1000000);
            int ground = random.nextInt(0x1000000);

            assertThat(Contrast.ratio(Contrast.readable(text, ground), ground))
                    .as("%06x on %06x", text, ground)
                    .isGreaterThanOrEqualTo(Contrast.LEAST);
        }
        assertThat(Contrast.readable(0xff8080, 0xffffff) >> 16 & 0xff)
                .as("red stays red")
                .isGreaterThan(0xc0);
    }
}
