package liveroom.capture.graphics;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.media.VideoFormat;
import org.junit.jupiter.api.Test;

class PerceptualMatchTest {
    private static final VideoFormat FORMAT = new VideoFormat(640, 360);

    private final LayerPainter painter = new BrandPainter(Kits.fonts());
    private final BrandKit kit = Kits.shipped("nocturne");

    private BufferedImage card(String name) {
        return new Screen(FORMAT)
                .put(painter, Layers.lowerThird(name, "Founder, Studio Okafor"), kit)
                .image();
    }

    @Test
    void of_theSameTwice_isPerfect() {
        PerceptualMatch match = PerceptualMatch.of(card("Mira"), card("Mira"));
        assertThat(match.similarity()).isGreaterThan(0.9999);
        assertThat(match.colourDifference()).isZero();
    }

    @Test
    void of_anotherName_doesNotHold() {
        assertThat(PerceptualMatch.of(card("Mira Okafor"), card("Jonas Feld")).holds())
                .isFalse();
    }

    @Test
    void of_aWarmerTone_doesNotHold() {
        BufferedImage warm = card("Mira");
        Graphics2D graphics = warm.createGraphics();
        graphics.setColor(new Color(255, 140, 0, 24));
        graphics.fillRect(0, 0, FORMAT.width(), FORMAT.height());
        graphics.dispose();
        assertThat(PerceptualMatch.of(card("Mira"), warm).holds()).isFalse();
    }

    @Test
    void of_noiseOfOneLevel_holds() {
        BufferedImage noisy = card("Mira");
        for (int y = 0; y < FORMAT.height(); y++) {
            for (int x = (y * 7) % 3; x < FORMAT.width(); x += 3) {
                noisy.setRGB(x, y, noisy.getRGB(x, y) ^ 0x010101);
            }
        }
        assertThat(PerceptualMatch.of(card("Mira"), noisy).holds()).isTrue();
    }
}
