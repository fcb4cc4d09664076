package liveroom.capture.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ImageHeaderTest {
    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void read_ofAPicture_tellsItsSize(String format) throws Exception {
        assertThat(read(picture(format))).isEqualTo(new ImageHeader(321, 123));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void read_ofPartsOrDamagedPictures_failsOnlyAsIo(String format) throws Exception {
        byte[] whole = picture(format);
        Random random = new Random(1);
        for (int i = 0; i < 3000; i++) {
            byte[] damaged = Arrays.copyOf(whole, random.nextInt(Math.min(400, whole.length)));
            for (int change = 0; change < 3 && damaged.length > 0; change++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            try {
                ImageHeader header = read(damaged);
                assertThat(header.width()).isPositive();
                assertThat(header.height()).isPositive();
            } catch (IOException _) {
                // as it should
            }
        }
    }

    @Test
    void read_ofNoPicture_fails() {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> read(TestKits.text("GIF89a and so on")));
    }

    private static ImageHeader read(byte[] bytes) throws IOException {
        return ImageHeader.read(new ByteArrayInputStream(bytes));
    }

    private static byte[] picture(String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(321, 123, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }
}
