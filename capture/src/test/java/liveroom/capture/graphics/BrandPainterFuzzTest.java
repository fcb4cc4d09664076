package liveroom.capture.graphics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.ColourRole;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Content.Align;
import liveroom.capture.scene.Content.FontRole;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Look;
import liveroom.capture.scene.Paint;
import liveroom.capture.scene.Placement;
import org.junit.jupiter.api.Test;

/// Whatever a show's file may say is drawn, or told in a sentence.
class BrandPainterFuzzTest {
    private static final VideoFormat FORMAT = new VideoFormat(320, 180);
    private static final int LAYERS = 120;

    private final Random random = new Random(20_260_301);
    private final BrandPainter painter = new BrandPainter(Kits.fonts());

    @Test
    void paint_anyLayer_isDrawnOrTold() {
        List<BrandKit> kits = Kits.SHIPPED.stream().map(Kits::shipped).toList();
        for (int i = 0; i < LAYERS; i++) {
            Layer layer = layer();
            Painting painting = painter.paint(layer, kits.get(i % kits.size()), FORMAT, Instant.ofEpochMilli(time()));
            assertThat(painting.complaint()).as(layer.toString()).doesNotContain("could not be drawn");
            assertThat(painting.width()).isLessThan(20_000);
            assertThat(painting.height()).isLessThan(800);
        }
    }

    private Layer layer() {
        Box box = new Box(random.nextDouble(-0.5, 1), random.nextDouble(-0.5, 1), size(), size());
        Placement.Crop crop = random.nextBoolean() ? Placement.Crop.NONE : new Placement.Crop(0.5, 0.49, 0.49, 0.5);
        Placement placement = new Placement(box, crop, any(Placement.Fit.values()), any(Placement.Flip.values()));
        Look look = new Look(
                1,
                random.nextDouble(0.5),
                new Look.Border(random.nextBoolean() ? 0 : random.nextDouble(0.1), paint()),
                new Look.Shadow(random.nextDouble(0.1), random.nextDouble(0.1), random.nextDouble()),
                Look.Blend.NORMAL);
        return Layer.of("layer", "Layer", content(), placement).withLook(look);
    }

    private double size() {
        return random.nextInt(4) == 0 ? Box.SMALLEST : random.nextDouble(Box.SMALLEST, 1.5);
    }

    private long time() {
        return Math.floorMod(random.nextLong(), 4_000_000_000_000L);
    }

    private Content content() {
        return switch (random.nextInt(12)) {
            case 0 -> new Content.Source(Content.Source.MAIN, Content.Key.NONE);
            case 1 -> new Content.Image(any(Layers.PRODUCT.toString(), "kit:logo", "kit:fonts", "", "\n", "kit:../x"));
            case 2 ->
                new Content.Text(
                        words(2000), any(FontRole.values()), random.nextDouble(0.01, 1), paint(), any(Align.values()));
            case 3 -> new Content.LowerThird(words(200), words(300));
            case 4 -> new Content.Ticker(List.of(words(500), words(500), words(20)), random.nextDouble(1, 60));
            case 5 ->
                new Content.Clock(words(100), any("", "Asia/Tokyo", "+14:00", "x"), any(Content.ClockStyle.values()));
            case 6 -> new Content.Countdown(words(100), random.nextInt(86_400), random.nextBoolean() ? 0 : time());
            case 7 ->
                new Content.Product(words(200), any("", "kit:logo", "x"), words(40), words(40), any("", Layers.LINK));
            case 8 -> new Content.Comment(words(100), words(500));
            case 9 -> new Content.Shape(any(Content.Outline.values()), paint());
            case 10 -> new Content.Background(paint(), paint(), random.nextDouble(360), any("", "a.mp4", "b.png"));
            default ->
                new Content.Slate(
                        any(Content.SlateKind.values()), words(200), words(500), random.nextBoolean() ? 0 : time());
        };
    }

    private Paint paint() {
        return random.nextBoolean() ? new Paint.Role(any(ColourRole.values())) : new Paint.Fixed(random.nextInt());
    }

    /// Of all scripts, marks and surrogate pairs included.
    private String words(int most) {
        int length = random.nextInt(most);
        StringBuilder words = new StringBuilder();
        while (words.length() < length) {
            int kind = random.nextInt(10);
            words.appendCodePoint(kind < 6 ? random.nextInt('a', 'z') : kind < 8 ? ' ' : ofAnyScript());
        }
        return words.toString();
    }

    private int ofAnyScript() {
        int below = random.nextBoolean() ? 0x10000 : 0x30000;
        return IntStream.generate(() -> random.nextInt(0x20, below))
                .filter(c -> Character.getType(c) != Character.SURROGATE)
                .findFirst()
                .orElseThrow();
    }

    @SafeVarargs
    private <T> T any(T... values) {
        return values[random.nextInt(values.length)];
    }
}
