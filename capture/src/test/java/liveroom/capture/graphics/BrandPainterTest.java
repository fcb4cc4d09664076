package liveroom.capture.graphics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.brand.BrandKit.Corners;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.scene.Box;
import liveroom.capture.scene.ColourRole;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Content.Align;
import liveroom.capture.scene.Content.FontRole;
import liveroom.capture.scene.Layer;
import liveroom.capture.scene.Look;
import liveroom.capture.scene.Paint;
import liveroom.capture.scene.Timer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrandPainterTest {
    private static final VideoFormat FORMAT = new VideoFormat(1280, 720);
    private static final BrandKit KIT = Kits.dark(Corners.SOFT);
    private static final String LONG = "Prof. Dr. Maximiliane-Alexandra von und zu Hohenstein-Oettingen ".repeat(3);

    private final BrandPainter painter = new BrandPainter(Kits.fonts());

    private Painting paint(Layer layer) {
        return painter.paint(layer, KIT, FORMAT, Screen.NOON);
    }

    @Test
    void paint_lowerThirdInHalfTheWidth_isAsWideAsItsWords() {
        Painting few = paint(Layers.of(new Content.LowerThird("Mira", "Host"), new Box(0.1, 0.7, 0.5, 0.16)));
        Painting more = paint(Layers.of(new Content.LowerThird("Mira Okafor", "Host"), new Box(0.1, 0.7, 0.5, 0.16)));
        assertThat(few.x()).isEqualTo(128);
        assertThat(few.width()).isLessThan(more.width());
        assertThat(more.x() + more.width()).isLessThanOrEqualTo((int) (0.6 * 1280));
    }

    @Test
    void paint_textThatIsTooLong_staysInItsBoxAndTheSafeMargin() {
        for (Content content : List.of(
                new Content.LowerThird(LONG, LONG),
                new Content.Text(LONG, FontRole.HEADING, 0.1, new Paint.Fixed(0xffffffff), Align.RIGHT),
                new Content.Comment(LONG.substring(0, 90), LONG + LONG),
                new Content.Countdown(LONG.substring(0, 99), 86_400, 0),
                new Content.Clock(LONG.substring(0, 99), "", Content.ClockStyle.HOURS_MINUTES_SECONDS),
                new Content.Product(LONG, "", "1 000 000 000 000 000.00 EUR", "2 000 000 000.00 EUR", ""))) {
            Painting painting = paint(Layers.of(content, new Box(0.8, 0.75, 0.3, 0.3)));
            assertThat(painting.x()).as("left of %s", content).isGreaterThanOrEqualTo(1024);
            assertThat(painting.y()).as("top of %s", content).isGreaterThanOrEqualTo(540);
            assertThat(rightmostText(painting)).as("right of %s", content).isLessThanOrEqualTo((int) (0.95 * 1280));
        }
    }

    /// Text is all that is as light as the kit's text colour.
    private static int rightmostText(Painting painting) {
        int most = 0;
        for (int i = 0; i < painting.argb().length; i++) {
            int argb = painting.argb()[i];
            if ((argb >> 16 & 0xff) > 0xc0 && (argb & 0xff) > 0xc0) {
                most = Math.max(most, painting.x() + i % painting.width());
            }
        }
        return most;
    }

    @Test
    void paint_clock_holdsUntilItsNextFigure() {
        Box box = new Box(0.1, 0.1, 0.2, 0.1);
        Painting seconds =
                paint(Layers.of(new Content.Clock("", "UTC", Content.ClockStyle.HOURS_MINUTES_SECONDS), box));
        Painting minutes = paint(Layers.of(new Content.Clock("", "UTC", Content.ClockStyle.HOURS_MINUTES), box));
        assertThat(seconds.validUntil()).isEqualTo(Instant.parse("2026-03-01T12:34:57Z"));
        assertThat(minutes.validUntil()).isEqualTo(Instant.parse("2026-03-01T12:35:00Z"));
    }

    @Test
    void paint_pausedCountdown_showsWhatIsLeftAndHolds() {
        Timer paused = new Timer(600, "", 0, 75);
        for (Content.Timed content : List.of(
                new Content.Countdown("", paused),
                new Content.Slate(Content.SlateKind.BE_RIGHT_BACK, "", "", paused))) {
            Painting held = paint(Layers.of(content, Box.FULL));

            assertThat(held.validUntil()).isEqualTo(Instant.MAX);
            assertThat(held.argb())
                    .isEqualTo(paint(Layers.of(running(content, 75), Box.FULL)).argb())
                    .isNotEqualTo(paint(Layers.of(content.withTimer(paused.stopped()), Box.FULL))
                            .argb());
        }
    }

    private static Content running(Content.Timed content, int leftSeconds) {
        long end = Screen.NOON.toEpochMilli() + leftSeconds * 1_000L;
        return content.withTimer(new Timer(600, "", end, 0));
    }

    @Test
    void paint_clockThatGoesOn_keepsItsPlace() {
        Layer clock = Layers.of(
                new Content.Clock("", "UTC", Content.ClockStyle.HOURS_MINUTES_SECONDS), new Box(0.1, 0.1, 0.3, 0.1));
        Painting ones = painter.paint(clock, KIT, FORMAT, Instant.parse("2026-03-01T11:11:11Z"));
        Painting eights = painter.paint(clock, KIT, FORMAT, Instant.parse("2026-03-01T18:58:48Z"));
        assertThat(ones.width()).isEqualTo(eights.width());
        assertThat(ones.x()).isEqualTo(eights.x());
        assertThat(ones.argb()).isNotEqualTo(eights.argb());
    }

    @Test
    void paint_clockOfAnUnknownZone_showsTheTimeHereAndSaysSo() {
        Painting painting = paint(Layers.of(
                new Content.Clock("", "Mars/Olympus", Content.ClockStyle.HOURS_MINUTES), new Box(0.1, 0.1, 0.2, 0.1)));
        assertThat(painting.width()).isPositive();
        assertThat(painting.complaint()).contains("Mars/Olympus");
    }

    @Test
    void paint_tickerWithFewWords_repeatsUntilItsWindowIsFull() {
        Painting painting = paint(Layers.of(new Content.Ticker(List.of("News"), 6), new Box(0, 0.9, 1, 0.08)));
        assertThat(painting.run().windowWidth()).isEqualTo(1280);
        assertThat(painting.run().pixelsPerSecond()).isEqualTo(128);
        assertThat(painting.width()).isGreaterThanOrEqualTo(1280).isEven();
    }

    @Test
    void paint_emptyTicker_isAStillBar() {
        Painting painting = paint(Layers.of(new Content.Ticker(List.of(), 6), new Box(0, 0.9, 1, 0.08)));
        assertThat(painting.width()).isEqualTo(1280);
    }

    @Test
    void paint_tickerWithShadow_isAsDarkAtItsSeam() {
        Painting painting = paint(Layers.card(new Content.Ticker(List.of("News"), 6), new Box(0, 0.8, 1, 0.08)));
        int row = 2;
        int above = painting.argb()[row * painting.width()];
        assertThat(above).isEqualTo(painting.argb()[row * painting.width() + painting.width() / 2]);
    }

    @Test
    void paint_sourceWithShadow_leavesTheMovingPictureFree() {
        Layer source = Layers.of(new Content.Source(Content.Source.MAIN, Content.Key.NONE), new Box(0.2, 0.2, 0.4, 0.4))
                .withLook(new Look(
                        1,
                        0.04,
                        new Look.Border(0.01, new Paint.Role(ColourRole.PRIMARY)),
                        Look.Shadow.SOFT,
                        Look.Blend.NORMAL));
        Painting painting = paint(source);
        int middle = painting.argb()[painting.height() / 2 * painting.width() + painting.width() / 2];
        assertThat(middle).isZero();
        assertThat(painting.x()).isLessThan(256);
        assertThat(painting.width()).isGreaterThan(512);
    }

    @Test
    void paint_plainSource_isNothing() {
        Painting painting = paint(
                Layers.of(new Content.Source(Content.Source.MAIN, Content.Key.NONE), new Box(0.2, 0.2, 0.4, 0.4)));
        assertThat(painting.argb()).isEmpty();
        assertThat(painting.complaint()).isEmpty();
    }

    @Test
    void paint_anyKind_hasEvenEdgesAndValidPixels() {
        for (List<Layer> layers : Layers.pictures().values()) {
            for (Layer layer : layers) {
                Painting painting = paint(layer);
                assertThat(List.of(painting.x(), painting.y(), painting.width(), painting.height()))
                        .as(layer.content().toString())
                        .allMatch(number -> number % 2 == 0);
                for (int argb : painting.argb()) {
                    int alpha = argb >>> 24;
                    assertThat((argb >> 16 & 0xff) <= alpha && (argb >> 8 & 0xff) <= alpha && (argb & 0xff) <= alpha)
                            .as("premultiplied")
                            .isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"kit:../secret.png", "kit:/etc/hostname", "kit:", "kit:nowhere.png", "nowhere.png"})
    void paint_imageThatIsNotThere_showsThatAndSaysWhich(String path) {
        Painting painting = paint(Layers.of(new Content.Image(path), new Box(0.1, 0.1, 0.3, 0.3)));
        assertThat(painting.width()).isPositive();
        assertThat(painting.complaint()).contains(path);
    }

    @Test
    void paint_layerFarOutside_isNothing() {
        Painting painting = paint(Layers.of(
                new Content.Shape(Content.Outline.RECTANGLE, new Paint.Role(ColourRole.PRIMARY)),
                new Box(3, 3, 0.5, 0.5)));
        assertThat(painting.argb()).isEmpty();
    }

    @Test
    void paint_layerLargerThanThePicture_isNoLargerThanCanBeSeen() {
        Painting painting = paint(Layers.of(
                new Content.Shape(Content.Outline.RECTANGLE, new Paint.Role(ColourRole.PRIMARY)),
                new Box(-1.5, -1.5, 4, 4)));
        assertThat(painting.width()).isEqualTo(2560);
        assertThat(painting.height()).isEqualTo(1440);
    }

    @Test
    void paint_atHalfTheSize_looksAlike() {
        Layer layer = Layers.lowerThird("Mira Okafor", "Founder, Studio Okafor");
        Painting large = paint(layer);
        Painting small = painter.paint(layer, KIT, new VideoFormat(640, 360), Screen.NOON);
        assertThat(small.width()).isBetween(large.width() / 2 - 6, large.width() / 2 + 6);
        assertThat(small.height()).isBetween(large.height() / 2 - 6, large.height() / 2 + 6);
    }
}
