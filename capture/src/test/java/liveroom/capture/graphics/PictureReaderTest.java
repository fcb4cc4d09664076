package liveroom.capture.graphics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureReaderTest {
    /// A WebP of 48 by 32 pixels of one orange.
    private static final String WEBP =
            "UklGRkYAAABXRUJQVlA4IDoAAABQAwCdASowACAAPtFmrFEoJaQipWgBABoJZwDQ+oAAK/fDcAD+1Jl/dBln"
                    + "DTb/7gzPq6nR8/sdAAAA";

    @TempDir
    private Path folder;

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static byte[] encoded(String format, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void read_picture_hasItsSize(String format) throws IOException {
        Picture picture = PictureReader.read(file("a.dat", encoded(format, 40, 30)));
        assertThat(picture.width()).isEqualTo(40);
        assertThat(picture.height()).isEqualTo(30);
    }

    @Test
    void read_webp_isRead() throws IOException {
        Picture picture = PictureReader.read(file("a.webp", Base64.getDecoder().decode(WEBP)));
        assertThat(picture.width()).isEqualTo(48);
        assertThat(picture.height()).isEqualTo(32);
    }

    /// Exif orientation 6: the camera was turned to the left, so the left half of the file is the top of the picture.
    @Test
    void read_jpegOfATurnedCamera_isUpright() throws IOException {
        byte[] jpeg = encoded("jpeg", 64, 32);
        byte[] exif = {
            (byte) 0xff,
            (byte) 0xe1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            1,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            6,
            0,
            0,
            0,
            0,
            0,
            0
        };
        byte[] turned = ByteBuffer.allocate(jpeg.length + exif.length)
                .put(jpeg, 0, 2)
                .put(exif)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
        Picture.Raster picture = (Picture.Raster) PictureReader.read(file("a.jpg", turned));
        assertThat(picture.width()).isEqualTo(32);
        assertThat(picture.height()).isEqualTo(64);
        assertThat(new Color(picture.image().getRGB(16, 10)).getRed()).isGreaterThan(200);
        assertThat(new Color(picture.image().getRGB(16, 54)).getRed()).isLessThan(50);
    }

    @Test
    void read_hugePicture_isRefusedByItsHeader() throws IOException {
        byte[] png = encoded("png", 8, 8);
        ByteBuffer.wrap(png).putInt(16, 30_000).putInt(20, 30_000);
        Path file = file("huge.png", png);
        assertThatThrownBy(() -> PictureReader.read(file))
                .isInstanceOf(PictureReader.RefusedException.class)
                .hasMessageContaining("40 million pixels");
    }

    @Test
    void read_largePicture_isKeptNoLargerThanIsOfUse() throws IOException {
        Picture picture = PictureReader.read(file("large.png", encoded("png", 8000, 1000)));
        assertThat(picture.width()).isBetween(3840.0, 4100.0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no picture",
                "<svg",
                "<html></html>",
                "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
                "<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>",
                "<svg xmlns='http://www.w3.org/2000/svg'><image href='https://example.org/a.png'/></svg>",
                "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns='http://www.w3.org/2000/svg'>&a;</svg>",
            })
    void read_somethingElse_isRefused(String content) throws IOException {
        Path file = file("a.svg", content.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> PictureReader.read(file)).isInstanceOf(PictureReader.RefusedException.class);
    }

    @Test
    void read_damagedFiles_areReadOrRefused() throws IOException {
        Random random = new Random(7);
        for (byte[] whole : new byte[][] {
            encoded("png", 40, 30),
            encoded("jpeg", 40, 30),
            Base64.getDecoder().decode(WEBP),
            Files.readAllBytes(Layers.PRODUCT)
        }) {
            for (int i = 0; i < 150; i++) {
                byte[] damaged = Arrays.copyOf(whole, i % 3 == 0 ? random.nextInt(whole.length) : whole.length);
                for (int n = 0; n < 1 + i % 5 && damaged.length > 0; n++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }
                Path file = file("damaged", damaged);
                try {
                    assertThat(PictureReader.read(file).width()).isPositive();
                } catch (PictureReader.RefusedException e) {
                    assertThat(e).hasMessageMatching("(is|has) .*");
                }
            }
        }
    }

    @Test
    void picture_fileThatHasChanged_isReadAnew() throws IOException {
        PictureShelf shelf = new PictureShelf();
        Path file = file("a.png", encoded("png", 40, 30));
        Picture before = shelf.picture(file);
        assertThat(shelf.picture(file)).isSameAs(before);
        Files.write(file, encoded("png", 50, 30));
        assertThat(shelf.picture(file).width()).isEqualTo(50);
    }
}
