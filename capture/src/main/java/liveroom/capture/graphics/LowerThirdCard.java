package liveroom.capture.graphics;

import java.awt.Shape;
import liveroom.capture.brand.BrandKit.Corners;
import liveroom.capture.scene.ColourRole;
import liveroom.capture.scene.Content.Align;
import liveroom.capture.scene.Content.FontRole;
import liveroom.capture.scene.Content.LowerThird;

/// A name and what its bearer does, on a card as wide as they need. All measures are fractions of the card's height.
final class LowerThirdCard {
    private static final double NAME = 0.345;
    private static final double TITLE = 0.2;
    private static final double GAP = 0.185;
    private static final double PADDING = 0.27;
    private static final double ROUND_PADDING = 0.36;
    private static final double BAR = 0.045;
    private static final double BAR_GAP = 0.2;
    /// How far the bar reaches beyond the text, above and below.
    private static final double OVERHANG = 0.045;
    /// Of the height, where there is a name alone.
    private static final double NAME_ALONE = 0.66;

    private LowerThirdCard() {}

    static Drawn draw(Easel easel, LowerThird content) {
        Rect box = easel.place();
        Corners corners = easel.kit().corners();
        boolean alone = content.title().isBlank();
        double height = Rect.even(alone ? box.height() * NAME_ALONE : box.height());
        double padding = height * (corners == Corners.ROUND ? ROUND_PADDING : PADDING);
        double before = padding + height * (corners == Corners.SHARP ? BAR : BAR + BAR_GAP);
        TextBlock.Room line = TextBlock.Room.line(box.width() - before - padding);
        double share = alone ? 1 / NAME_ALONE * 0.86 : 1;
        TextBlock name =
                TextBlock.fit(content.name(), TextStyle.of(easel.face(FontRole.HEADING), height * NAME * share), line);
        TextBlock title = TextBlock.fit(content.title(), TextStyle.of(easel.face(FontRole.BODY), height * TITLE), line);
        double width = before + Math.max(name.width(), title.width()) + padding;
        double across = easel.across() == 1 ? 1 : 0;
        Rect card = box.part(Math.ceil(width / 2) * 2, height, across, 1);
        Shape outline = easel.card(card, easel.barRadius(height));

        double gap = alone ? 0 : height * GAP;
        double text = name.height() + gap + title.height();
        Rect lines = new Rect(card.x() + before, card.centreY() - text / 2, card.width() - before - padding, text);
        Palette palette = easel.palette();
        name.draw(easel.sheet(), lines, Align.LEFT, palette.of(ColourRole.ON_SURFACE));
        title.draw(
                easel.sheet(),
                new Rect(lines.x(), lines.y() + name.height() + gap, lines.width(), title.height()),
                Align.LEFT,
                palette.quiet(ColourRole.ON_SURFACE, ColourRole.SURFACE));
        drawBar(easel, card, lines, padding);
        return Drawn.forGood(outline);
    }

    /// Sharp brands have it on the card's edge; it stands beside the text where corners are round.
    private static void drawBar(Easel easel, Rect card, Rect lines, double padding) {
        double width = card.height() * BAR;
        Rect bar = easel.kit().corners() == Corners.SHARP
                ? new Rect(card.x(), card.y(), width, card.height())
                : new Rect(card.x() + padding, lines.y(), width, lines.height()).inset(0, -OVERHANG * card.height());
        double radius = easel.kit().corners() == Corners.SHARP ? 0 : width / 2;
        easel.sheet().fill(bar.rounded(radius), easel.palette().of(ColourRole.PRIMARY));
    }
}
