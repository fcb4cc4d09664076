package liveroom.capture.graphics;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.brand.BrandKit.Corners;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.ColourRole;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Paint;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Pictures that a show or a kit names and that are not as they should be: each is shown as such, and told.
class FaultyFilesTest {
    private static final VideoFormat FORMAT = new VideoFormat(640, 360);
    private static final Box BOX = new Box(0.1, 0.1, 0.4, 0.6);
    private static final Paint PAINT = new Paint.Role(ColourRole.PRIMARY);
    private static final int WIDTH_IN_HEADER = 16;

    private final BrandPainter painter = new BrandPainter(Kits.fonts());

    @TempDir
    private Path folder;

    enum Fault {
        MISSING,
        FOLDER,
        EMPTY,
        NO_PICTURE,
        CUT_OFF,
        MANY_PIXELS,
        MANY_BYTES
    }

    @ParameterizedTest
    @EnumSource
    void paint_pictureOfTheShow_isDrawnWithoutItAndNamesIt(Fault fault) throws IOException {
        String path = file(fault, "shelf.png").toString();
        for (Content content : List.of(
                new Content.Image(path),
                new Content.Product("Tea", path, "€ 9", "", ""),
                new Content.Background(PAINT, PAINT, 0, path))) {
            Painting painting = paint(content, Kits.dark(Corners.SOFT));

            assertThat(painting.argb()).as(content.toString()).isNotEmpty();
            assertThat(painting.complaint())
                    .as(content.toString())
                    .contains("shelf.png")
                    .endsWith(".");
        }
    }

    @ParameterizedTest
    @EnumSource
    void paint_filesOfTheKit_areDrawnWithoutThem(Fault fault) throws IOException {
        file(fault, "logo-light.svg");
        file(fault, "logo-dark.svg");
        file(fault, "pattern.png");
        BrandKit kit = Kits.in(folder);
        for (Content content : List.of(
                new Content.Image("kit:logo"),
                new Content.Image("kit:pattern.png"),
                new Content.Slate(Content.SlateKind.THANK_YOU, "", "", 0))) {
            assertThat(paint(content, kit).argb()).as(content.toString()).isNotEmpty();
        }
        assertThat(paint(new Content.Image("kit:pattern.png"), kit).complaint()).contains("pattern.png");
    }

    private Painting paint(Content content, BrandKit kit) {
        return painter.paint(Layers.of(content, BOX), kit, FORMAT, Screen.NOON);
    }

    private Path file(Fault fault, String name) throws IOException {
        Path file = folder.resolve(name);
        switch (fault) {
            case MISSING -> {}
            case FOLDER -> Files.createDirectory(file);
            case EMPTY -> Files.createFile(file);
            case NO_PICTURE -> Files.writeString(file, "a shopping list", StandardCharsets.UTF_8);
            case CUT_OFF -> Files.write(file, Arrays.copyOf(png(), 60));
            case MANY_PIXELS -> {
                byte[] png = png();
                ByteBuffer.wrap(png).putInt(WIDTH_IN_HEADER, 30_000).putInt(WIDTH_IN_HEADER + 4, 30_000);
                Files.write(file, png);
            }
            case MANY_BYTES -> {
                Files.write(file, png());
                try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
                    sparse.setLength(3L << 30);
                }
            }
        }
        return file;
    }

    private static byte[] png() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_ARGB), "png", png);
        return png.toByteArray();
    }
}
