package liveroom.capture.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import liveroom.capture.media.VideoFrame;

/// Compares pictures with those that were looked at and found right. Each pixel is taken as the
/// mean of itself and its neighbours, as the eye takes it; the three channels of no pixel may then
/// differ by more than [#WORST] together, nor by more than [#MEAN] on average.
///
/// A picture that differs is left in `target/golden`.
final class Golden {
    private static final int WORST = 36;
    private static final double MEAN = 1.5;

    private Golden() {}

    static void assertLooksLike(String name, VideoFrame frame) {
        BufferedImage picture = rgb(frame);
        try (InputStream file = Golden.class.getResourceAsStream("golden/" + name + ".png")) {
            if (file == null) {
                save(name, picture);
                fail("There is no golden picture named " + name + "; look at the one in target/golden.");
                return;
            }
            BufferedImage golden = ImageIO.read(file);
            int worst = 0;
            long sum = 0;
            for (int y = 1; y < picture.getHeight() - 1; y++) {
                for (int x = 1; x < picture.getWidth() - 1; x++) {
                    int difference = difference(golden, picture, x, y);
                    worst = Math.max(worst, difference);
                    sum += difference;
                }
            }
            double mean = (double) sum / (picture.getWidth() * picture.getHeight());
            if (worst > WORST || mean > MEAN) {
                save(name, picture);
            }
            assertThat(worst).as(name + ": worst").isLessThanOrEqualTo(WORST);
            assertThat(mean).as(name + ": mean").isLessThanOrEqualTo(MEAN);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static int difference(BufferedImage one, BufferedImage other, int x, int y) {
        int sum = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int channel = 0;
            for (int i = 0; i < 9; i++) {
                int a = (one.getRGB(x - 1 + i % 3, y - 1 + i / 3) >> shift) & 0xff;
                int b = (other.getRGB(x - 1 + i % 3, y - 1 + i / 3) >> shift) & 0xff;
                channel += a - b;
            }
            sum += Math.abs(channel) / 9;
        }
        return sum;
    }

    private static void save(String name, BufferedImage picture) throws IOException {
        Path folder = Path.of("target", "golden");
        Files.createDirectories(folder);
        ImageIO.write(picture, "png", folder.resolve(name + ".png").toFile());
    }

    /// As a screen shows it; chroma of the nearest sample.
    static BufferedImage rgb(VideoFrame frame) {
        int width = frame.format().width();
        int height = frame.format().height();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double luma = (Rehearsal.luma(frame, x, y) - 16) * 255 / 219.0;
                double blue = (Rehearsal.blue(frame, x, y) - 128) * 255 / 224.0;
                double red = (Rehearsal.red(frame, x, y) - 128) * 255 / 224.0;
                int r = channel(luma + 1.5748 * red);
                int g = channel(luma - 0.1873 * blue - 0.4681 * red);
                int b = channel(luma + 1.8556 * blue);
                image.setRGB(x, y, (r << 16) | (g << 8) | b);
            }
        }
        return image;
    }

    private static int channel(double value) {
        return Math.clamp(Math.round(value), 0, 255);
    }
}
