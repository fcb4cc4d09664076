package liveroom.capture.graphics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Layer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QrMarkTest {
    private final BrandPainter painter = new BrandPainter(Kits.fonts());

    private Painting paint(String kit, String link, Box box, VideoFormat format) {
        Layer card = Layers.card(new Content.Product("Vase", Layers.PRODUCT.toString(), "€ 48.00", "", link), box);
        return painter.paint(card, Kits.shipped(kit), format, Screen.NOON);
    }

    private static String scanned(Painting painting, VideoFormat format) throws Exception {
        Screen screen = new Screen(format);
        screen.put(painting);
        BufferedImage image = screen.image();
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        Result result = new QRCodeReader()
                .decode(new BinaryBitmap(
                        new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels))));
        return result.getText();
    }

    @ParameterizedTest
    @CsvSource({
        "daylight, 640, 360",
        "daylight, 1280, 720",
        "nocturne, 1280, 720",
        "nocturne, 1920, 1080",
        "atelier, 854, 480"
    })
    void paint_productWithLink_canBeScanned(String kit, int width, int height) throws Exception {
        VideoFormat format = new VideoFormat(width, height);
        String link = "https://shop.example/products/vase?from=live";
        for (Box box : new Box[] {new Box(0.06, 0.1, 0.28, 0.8), new Box(0.3, 0.6, 0.64, 0.3)}) {
            assertThat(scanned(paint(kit, link, box, format), format)).isEqualTo(link);
        }
    }

    @Test
    void paint_longestLink_canBeScannedFromALargeCard() throws Exception {
        VideoFormat format = new VideoFormat(1280, 720);
        String link = "https://shop.example/" + "a".repeat(479);
        assertThat(scanned(paint("daylight", link, new Box(0.06, 0.06, 0.8, 0.8), format), format))
                .isEqualTo(link);
    }

    @Test
    void paint_cardTooSmallForItsCode_leavesItOutAndSaysSo() {
        VideoFormat format = new VideoFormat(1280, 720);
        Painting painting =
                paint("daylight", "https://shop.example/" + "a".repeat(479), new Box(0.5, 0.5, 0.2, 0.1), format);
        assertThat(painting.width()).isPositive();
        assertThat(painting.complaint()).contains("no room");
        assertThat(catchThrowable(() -> scanned(painting, format))).isInstanceOf(NotFoundException.class);
    }
}
