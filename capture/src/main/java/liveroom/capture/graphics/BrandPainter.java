package liveroom.capture.graphics;

import java.time.Instant;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.brand.StudioFonts;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.scene.ColourRole;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Layer;
import liveroom.capture.source.Headless;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Draws layers with Java2D, in memory alone. Keeps the pictures and fonts that it has opened, up to a bound: one for
/// all that is drawn is enough.
public final class BrandPainter implements LayerPainter {
    private static final Logger log = LoggerFactory.getLogger(BrandPainter.class);

    private final Easel.Shelves shelves;

    public BrandPainter(StudioFonts fonts) {
        Headless.ensure();
        shelves = new Easel.Shelves(fonts, new PictureShelf());
    }

    @Override
    public Painting paint(Layer layer, BrandKit kit, VideoFormat format, Instant now) {
        Easel.Job job = new Easel.Job(layer, kit, format, now);
        if (!job.isNearThePicture()) {
            return nothing("");
        }
        Easel easel = new Easel(job, shelves);
        try {
            return layer.content() instanceof Content.Ticker ticker ? paintTicker(easel, ticker) : paintStill(easel);
        } catch (RuntimeException | StackOverflowError e) {
            // What can be wrong with a layer is told above; this is a fault in the studio, or in the machine's fonts.
            log.warn("a layer was not drawn", e);
            easel.complain("The layer \"" + layer.name() + "\" could not be drawn.");
            return nothing(easel.complaint());
        }
    }

    private static Painting nothing(String complaint) {
        return new Painting(0, 0, 0, 0, new int[0], Painting.Run.NONE, Instant.MAX, complaint);
    }

    private static Painting paintStill(Easel easel) {
        Drawn drawn = draw(easel, easel.layer().content());
        return Finish.layer(easel, drawn.outline()).trimmed(drawn.validUntil(), easel.complaint());
    }

    private static Drawn draw(Easel easel, Content content) {
        return switch (content) {
            case Content.Source _ -> Drawn.forGood(easel.box().rounded(easel.lookRadius()));
            case Content.Image image -> drawImage(easel, image);
            case Content.Text text -> TextLines.draw(easel, text);
            case Content.LowerThird names -> LowerThirdCard.draw(easel, names);
            case Content.Ticker _ -> throw new IllegalStateException("a ticker has a strip of its own");
            case Content.Clock clock -> ClockCard.draw(easel, clock);
            case Content.Countdown countdown -> CountdownCard.draw(easel, countdown);
            case Content.Product product -> ProductCard.draw(easel, product);
            case Content.Comment comment -> CommentCard.draw(easel, comment);
            case Content.Shape shape -> ShapeFill.draw(easel, shape);
            case Content.Background background -> BackgroundFill.draw(easel, background);
            case Content.Slate slate -> SlateScreen.draw(easel, slate);
        };
    }

    private static Drawn drawImage(Easel easel, Content.Image image) {
        Rect seen = PictureFrame.draw(
                easel,
                easel.picture(image.path(), ColourRole.BACKGROUND),
                easel.box(),
                easel.layer().placement());
        return Drawn.forGood(seen.rounded(easel.lookRadius()));
    }

    private static Painting paintTicker(Easel easel, Content.Ticker ticker) {
        TickerStrip.Strip strip = TickerStrip.draw(easel, ticker);
        double picturesPerSecond = ticker.speed() / 60;
        Painting.Run run = new Painting.Run(
                strip.windowWidth(), picturesPerSecond * easel.format().width());
        Sheet finished = Finish.strip(easel, strip.sheet());
        return finished.painting(run, Instant.MAX, easel.complaint());
    }
}
