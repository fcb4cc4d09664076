package liveroom.capture.graphics;

import java.awt.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.brand.KitFiles;
import liveroom.capture.brand.StudioFonts;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.scene.ColourRole;
import liveroom.capture.scene.Content.FontRole;
import liveroom.capture.scene.Layer;

/// One layer while it is drawn: whose looks it has, where it goes, and the sheet for it. Confined to one thread.
final class Easel {
    /// A bar higher than this has the corners of one that high, as a fraction of the picture.
    private static final double TALLEST_BAR = 0.13;

    private static final double MOST_PANEL_RADIUS = 0.036;
    /// How far beyond the picture a layer is drawn, as a fraction of the picture: as far as it may slide into sight.
    private static final double BEYOND = 0.5;

    private static final double LEAST_SAFE = 0.25;

    private final Job job;
    private final Shelves shelves;
    private final Palette palette;
    private final Rect box;
    private final Sheet sheet;
    private final Set<String> complaints = new LinkedHashSet<>();

    /// What is to be drawn.
    record Job(Layer layer, BrandKit kit, VideoFormat format, Instant now) {
        Rect box() {
            return Rect.of(layer.placement().box(), format);
        }

        /// Far from it there is nothing to draw.
        boolean isNearThePicture() {
            Rect drawn = drawn();
            return drawn.width() > 0 && drawn.height() > 0;
        }

        /// What of the box is drawn at all.
        Rect drawn() {
            Rect picture = new Rect(0, 0, format.width(), format.height());
            return box().intersection(picture.inset(-BEYOND * format.width(), -BEYOND * format.height())
                    .outwardEven());
        }
    }

    /// What is kept from one drawing to the next.
    record Shelves(StudioFonts fonts, PictureShelf pictures) {}

    Easel(Job job, Shelves shelves) {
        this.job = job;
        this.shelves = shelves;
        palette = new Palette(job.kit());
        box = job.box();
        sheet = new Sheet(job.drawn().whole());
    }

    /// What of the box is drawn at all.
    Rect drawn() {
        return job.drawn();
    }

    Layer layer() {
        return job.layer();
    }

    BrandKit kit() {
        return job.kit();
    }

    VideoFormat format() {
        return job.format();
    }

    Instant now() {
        return job.now();
    }

    Palette palette() {
        return palette;
    }

    Sheet sheet() {
        return sheet;
    }

    /// The layer's place.
    Rect box() {
        return box;
    }

    /// Where in its box a graphic with text may be: within the kit's safe margin. All of the box if next to none of it
    /// is.
    Rect place() {
        double margin = job.kit().safeMargin();
        Rect picture = new Rect(0, 0, job.format().width(), job.format().height());
        Rect safe = box.intersection(picture.inset(
                margin * job.format().width(), margin * job.format().height()));
        boolean enough = safe.width() > box.width() * LEAST_SAFE && safe.height() > box.height() * LEAST_SAFE;
        return enough ? safe.snapped().intersection(box) : box;
    }

    /// A fraction of the picture's height in pixels.
    double ofHeight(double fraction) {
        return fraction * job.format().height();
    }

    /// Sides 0, 0.5 or 1 for a place at the left, in the middle or at the right of the picture.
    double across() {
        return side(box.centreX() / job.format().width());
    }

    /// The same from top to bottom.
    double down() {
        return side(box.centreY() / job.format().height());
    }

    private static double side(double centre) {
        return centre < 0.4 ? 0 : centre > 0.6 ? 1 : 0.5;
    }

    /// Corners of a bar: the layer's own, else the kit's.
    double barRadius(double height) {
        double own = job.layer().look().cornerRadius();
        return own > 0 ? ofHeight(own) : job.kit().corners().radius() * Math.min(height, ofHeight(TALLEST_BAR));
    }

    /// Corners of a panel, which has more inside than a line or two.
    double panelRadius() {
        double own = job.layer().look().cornerRadius();
        return own > 0
                ? ofHeight(own)
                : ofHeight(Math.min(
                        MOST_PANEL_RADIUS, TALLEST_BAR * job.kit().corners().radius()));
    }

    double lookRadius() {
        return ofHeight(job.layer().look().cornerRadius());
    }

    /// Draws the card that text lies on, still with sharp corners: they are cut once all that is on it is drawn.
    ///
    /// @return its edge
    Shape card(Rect place, double radius) {
        sheet.fill(place.rounded(0), palette.of(ColourRole.SURFACE));
        return place.rounded(radius);
    }

    Face face(FontRole role) {
        if (!shelves.fonts().has(job.kit(), role)) {
            complain("The font \"" + job.kit().typeface(role).family() + "\" is missing or broken; another stands in.");
        }
        return new Face(shelves.fonts().fonts(job.kit(), role));
    }

    /// A picture by its path, as in [liveroom.capture.scene.Content.Image]; none, with a complaint, if it is missing or
    /// broken.
    ///
    /// @param behind what a logo will lie on
    Optional<Picture> picture(String path, ColourRole behind) {
        String named = path.equals(LogoChoice.LOGO) ? LogoChoice.of(job.kit(), palette.isDark(behind)) : path;
        if (named.isEmpty()) {
            complain("The brand kit has no logo.");
            return Optional.empty();
        }
        Optional<Path> file = file(named);
        if (file.isEmpty()) {
            complain("The picture \"" + named + "\" is missing.");
            return Optional.empty();
        }
        try {
            return Optional.of(shelves.pictures().picture(file.get()));
        } catch (PictureReader.RefusedException e) {
            complain("The picture \"" + named + "\" " + e.getMessage() + ".");
        } catch (IOException _) {
            complain("The picture \"" + named + "\" cannot be read.");
        }
        return Optional.empty();
    }

    private Optional<Path> file(String named) {
        if (named.startsWith(LogoChoice.KIT)) {
            return KitFiles.find(job.kit(), named.substring(LogoChoice.KIT.length()));
        }
        try {
            return Optional.of(Path.of(named)).filter(Files::isRegularFile);
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    /// @param sentence for the host
    void complain(String sentence) {
        complaints.add(sentence);
    }

    String complaint() {
        return String.join(" ", complaints);
    }
}
