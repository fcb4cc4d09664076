package liveroom.capture.graphics;

import java.awt.Shape;
import liveroom.capture.brand.BrandKit.Corners;
import liveroom.capture.scene.ColourRole;
import liveroom.capture.scene.Content.Align;
import liveroom.capture.scene.Content.FontRole;

/// Figures with a label, above them in a high place, beside them in a wide one. All measures are fractions of the
/// card's height.
final class TimeCard {
    private static final double WIDE = 3.4;
    private static final double PADDING = 0.3;
    private static final double BAR = 0.045;

    private TimeCard() {}

    /// What is on the card. @param left from 0 to 1, of the line below; negative for none
    record Reading(String label, String figures, double left) {
        boolean hasLine() {
            return left >= 0;
        }
    }

    static Shape draw(Easel easel, Reading reading) {
        boolean labelled = !reading.label().isBlank();
        Rect box = easel.place();
        boolean wide = box.width() > WIDE * box.height();
        return !labelled ? figures(easel, reading) : wide ? beside(easel, reading) : stacked(easel, reading);
    }

    private static Shape figures(Easel easel, Reading reading) {
        double height = easel.place().height();
        Digits digits = digits(easel, reading, reading.hasLine() ? 0.5 : 0.56, 2 * PADDING * height);
        Rect card = hugging(easel, digits.width() + 2 * PADDING * height);
        Shape outline = easel.card(card, easel.barRadius(height));
        double gap = reading.hasLine() ? height * 0.15 : 0;
        double block = digits.height() + gap + (reading.hasLine() ? BAR * height : 0);
        double top = card.centreY() - block / 2;
        digits.draw(easel.sheet(), centred(card, digits), top, easel.palette().of(ColourRole.ON_SURFACE));
        drawLine(easel, card.inset(PADDING * height, 0), top + digits.height() + gap, reading);
        return outline;
    }

    private static Shape stacked(Easel easel, Reading reading) {
        double height = easel.place().height();
        double padding = 0.24 * height;
        TextBlock label = label(easel, reading, height * 0.155, easel.place().width() - 2 * padding);
        Digits digits = digits(easel, reading, reading.hasLine() ? 0.42 : 0.47, 2 * padding);
        Rect card = hugging(easel, Math.max(label.width(), digits.width()) + 2 * padding);
        Shape outline = easel.card(card, easel.barRadius(height));
        double gap = 0.145 * height;
        double line = reading.hasLine() ? gap + BAR * height : 0;
        double top = card.centreY() - (label.height() + gap + digits.height() + line) / 2;
        Rect inside = card.inset(padding, 0);
        label.draw(
                easel.sheet(),
                new Rect(inside.x(), top, inside.width(), label.height()),
                Align.CENTRE,
                easel.palette().quiet(ColourRole.ON_SURFACE, ColourRole.SURFACE));
        double figures = top + label.height() + gap;
        digits.draw(
                easel.sheet(), centred(card, digits), figures, easel.palette().of(ColourRole.ON_SURFACE));
        drawLine(easel, inside, figures + digits.height() + gap, reading);
        return outline;
    }

    private static Shape beside(Easel easel, Reading reading) {
        double height = easel.place().height();
        double padding = PADDING * height;
        double gap = 0.26 * height;
        double rule = BAR * height;
        double most = easel.place().width() - 2 * padding - 2 * gap - rule;
        Digits digits = digits(easel, reading, 0.5, 0).within(most * 0.6);
        TextBlock label = label(easel, reading, height * 0.27, most - digits.width());
        Rect card = hugging(easel, label.width() + digits.width() + 2 * padding + 2 * gap + rule);
        Shape outline = easel.card(card, easel.barRadius(height));
        double below = reading.hasLine() ? 0.15 * height + BAR * height : 0;
        double top = card.centreY() - (digits.height() + below) / 2;
        label.draw(
                easel.sheet(),
                new Rect(card.x() + padding, top + (digits.height() - label.height()) / 2, label.width(), 0),
                Align.LEFT,
                easel.palette().quiet(ColourRole.ON_SURFACE, ColourRole.SURFACE));
        Rect mark = new Rect(card.x() + padding + label.width() + gap, top, rule, digits.height());
        easel.sheet().fill(mark.rounded(radius(easel, rule)), easel.palette().of(ColourRole.PRIMARY));
        digits.draw(easel.sheet(), mark.right() + gap, top, easel.palette().of(ColourRole.ON_SURFACE));
        drawLine(easel, card.inset(padding, 0), top + digits.height() + 0.15 * height, reading);
        return outline;
    }

    private static TextBlock label(Easel easel, Reading reading, double size, double width) {
        TextStyle style = TextStyle.of(easel.face(FontRole.BODY), size).withTracking(0.01);
        return TextBlock.fit(reading.label(), style, TextBlock.Room.line(width));
    }

    private static Digits digits(Easel easel, Reading reading, double size, double around) {
        TextStyle style =
                TextStyle.of(easel.face(FontRole.NUMBERS), size * easel.place().height());
        return new Digits(reading.figures(), style).within(easel.place().width() - around);
    }

    /// As wide as needed, at the side of the box where the box is in the picture.
    private static Rect hugging(Easel easel, double width) {
        Rect box = easel.place();
        return box.part(Math.ceil(width / 2) * 2, box.height(), easel.across(), 0)
                .snapped();
    }

    private static double centred(Rect card, Digits digits) {
        return card.centreX() - digits.width() / 2;
    }

    /// What is left of the time, as a line that becomes shorter.
    private static void drawLine(Easel easel, Rect inside, double top, Reading reading) {
        if (!reading.hasLine()) {
            return;
        }
        double height = BAR * easel.place().height();
        Palette palette = easel.palette();
        Rect track = new Rect(inside.x(), top, inside.width(), height);
        easel.sheet()
                .fill(
                        track.rounded(radius(easel, height)),
                        palette.between(ColourRole.SURFACE, ColourRole.ON_SURFACE, 0.14));
        Rect left = track.part(track.width() * reading.left(), height, 0, 0);
        if (reading.left() > 0) {
            easel.sheet().fill(left.rounded(radius(easel, height)), palette.of(ColourRole.PRIMARY));
        }
    }

    private static double radius(Easel easel, double thickness) {
        return easel.kit().corners() == Corners.SHARP ? 0 : thickness / 2;
    }
}
