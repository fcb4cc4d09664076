package liveroom.capture.graphics;

import java.time.Instant;
import java.util.Optional;
import liveroom.capture.scene.ColourRole;
import liveroom.capture.scene.Content.Align;
import liveroom.capture.scene.Content.FontRole;
import liveroom.capture.scene.Content.Slate;
import liveroom.capture.scene.Placement;

/// Fills the picture while the host is away: the logo above, the words large below it at the left, what is left of the
/// time under them, and the sign of the slate at the right. All measures are fractions of the height of its design,
/// which is 16 to 9 in whatever box.
final class SlateScreen {
    private static final double MARGIN = 0.1;
    /// Side of a square logo; others have the same area.
    private static final double LOGO = 0.125;
    private static final double COLUMN = 0.86;
    private static final double HEADLINE = 0.125;
    private static final double DETAIL = 0.042;
    private static final double FIGURES = 0.135;
    private static final double GAP = 0.05;

    private SlateScreen() {}

    static Drawn draw(Easel easel, Slate content) {
        Rect box = easel.box();
        double unit = Math.min(box.height(), box.width() * 9 / 16);
        Palette palette = easel.palette();
        BackgroundFill.fill(
                easel.sheet(),
                box,
                60,
                palette.of(ColourRole.BACKGROUND),
                palette.between(ColourRole.BACKGROUND, ColourRole.PRIMARY, 0.1));
        double margin = Math.max(unit * MARGIN, easel.kit().safeMargin() * box.width());
        double sign = unit * 0.54;
        SlateMotif.draw(
                easel, content.kind(), new Rect(box.right() - margin - sign, box.centreY() - sign * 0.54, sign, sign));
        Rect inside = box.inset(margin, Math.max(unit * MARGIN, easel.kit().safeMargin() * box.height()));
        drawLogo(easel, inside, unit);
        return new Drawn(box.rounded(easel.lookRadius()), drawWords(easel, content, inside, unit));
    }

    private static void drawLogo(Easel easel, Rect inside, double unit) {
        if (LogoChoice.of(easel.kit(), true).isEmpty()) {
            return;
        }
        Optional<Picture> logo = easel.picture(LogoChoice.LOGO, ColourRole.BACKGROUND);
        if (logo.isPresent()) {
            double aspect = logo.get().width() / logo.get().height();
            double height = unit * LOGO / Math.sqrt(aspect);
            Rect place = inside.part(height * aspect, height, 0, 0).snapped();
            PictureFrame.draw(easel, logo, place, Placement.FULL.withFit(Placement.Fit.STRETCH));
        }
    }

    /// @return until when they hold
    private static Instant drawWords(Easel easel, Slate content, Rect inside, double unit) {
        String headline = content.headline().isBlank()
                ? easel.kit().slates().getOrDefault(content.kind(), "")
                : content.headline();
        double width = Math.min(inside.width(), unit * COLUMN);
        TextBlock title = TextBlock.balanced(
                headline,
                TextStyle.of(easel.face(FontRole.HEADING), unit * HEADLINE)
                        .withLeading(1.12)
                        .withTracking(-0.015),
                new TextBlock.Room(width, unit * 0.34, 2));
        TextBlock detail = TextBlock.fit(
                content.detail(),
                TextStyle.of(easel.face(FontRole.BODY), unit * DETAIL).withLeading(1.42),
                new TextBlock.Room(width, unit * 0.2, 3));
        Optional<TimeLeft> left = Optional.of(content.timer())
                .filter(timer -> timer.isRunning() || timer.isPaused())
                .map(timer -> TimeLeft.of(easel.now(), timer));
        Optional<Digits> figures = left.map(time ->
                new Digits(time.figures(), TextStyle.of(easel.face(FontRole.NUMBERS), unit * FIGURES)).within(width));

        double gap = unit * GAP;
        double bottom = inside.bottom();
        Palette palette = easel.palette();
        if (figures.isPresent()) {
            bottom -= figures.get().height();
            figures.get()
                    .draw(
                            easel.sheet(),
                            inside.x(),
                            bottom,
                            palette.strong(ColourRole.ON_BACKGROUND, ColourRole.BACKGROUND));
            bottom -= gap * 1.4;
        }
        if (!detail.isEmpty()) {
            bottom -= detail.height();
            detail.draw(
                    easel.sheet(),
                    new Rect(inside.x(), bottom, width, detail.height()),
                    Align.LEFT,
                    palette.quiet(ColourRole.ON_BACKGROUND, ColourRole.BACKGROUND));
            bottom -= gap * 1.2;
        }
        bottom -= title.height();
        title.draw(
                easel.sheet(),
                new Rect(inside.x(), bottom, width, title.height()),
                Align.LEFT,
                palette.of(ColourRole.ON_BACKGROUND));
        Rect rule = new Rect(inside.x(), bottom - gap, unit * 0.075, unit * 0.008);
        easel.sheet().fill(rule.rounded(easel.kit().corners().radius() * rule.height()), palette.of(ColourRole.ACCENT));
        return left.map(TimeLeft::validUntil).orElse(Instant.MAX);
    }
}
