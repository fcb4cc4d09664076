package liveroom.capture.graphics;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.brand.StudioFonts;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.scene.Layer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every kind of layer in every kit that ships, compared with the pictures that were approved. After a change that is
/// meant, `-Dliveroom.goldens=write` writes them anew: look at them before they are committed.
class GoldenTest {
    private static final VideoFormat FORMAT = new VideoFormat(640, 360);
    private static final Path GOLDENS = Kits.FOLDER.resolve("goldens");
    private static final boolean WRITE = "write".equals(System.getProperty("liveroom.goldens"));
    private static final StudioFonts FONTS = Kits.fonts();

    private final LayerPainter painter = new BrandPainter(FONTS);

    static Stream<Arguments> pictures() {
        return Kits.SHIPPED.stream()
                .flatMap(kit -> Layers.pictures().entrySet().stream()
                        .map(picture -> Arguments.of(kit, picture.getKey(), picture.getValue())));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("pictures")
    void paint_everyKindInEveryKit_looksAsApproved(String kitName, String name, List<Layer> layers) throws IOException {
        BrandKit kit = Kits.shipped(kitName);
        Screen screen = new Screen(FORMAT);
        layers.forEach(layer -> screen.put(painter, layer, kit));
        Path golden = GOLDENS.resolve(kitName + "-" + name + ".png");
        if (WRITE) {
            Files.createDirectories(GOLDENS);
            ImageIO.write(screen.image(), "png", golden.toFile());
            return;
        }
        PerceptualMatch match = PerceptualMatch.of(screen.image(), read(golden));
        if (!match.holds()) {
            Path drawn = Path.of("target", golden.getFileName().toString());
            ImageIO.write(screen.image(), "png", drawn.toFile());
        }
        assertThat(match).as("%s, drawn into target", golden).matches(PerceptualMatch::holds);
    }

    private static BufferedImage read(Path golden) throws IOException {
        BufferedImage stored = ImageIO.read(golden.toFile());
        BufferedImage rgb = new BufferedImage(stored.getWidth(), stored.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = rgb.createGraphics();
        graphics.drawImage(stored, 0, 0, null);
        graphics.dispose();
        return rgb;
    }
}
