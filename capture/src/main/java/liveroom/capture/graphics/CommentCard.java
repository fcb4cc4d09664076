package liveroom.capture.graphics;

import java.awt.Shape;
import java.awt.geom.Path2D;
import liveroom.capture.scene.ColourRole;
import liveroom.capture.scene.Content.Align;
import liveroom.capture.scene.Content.Comment;
import liveroom.capture.scene.Content.FontRole;

/// A viewer's words as a quotation, on a card as large as they need.
final class CommentCard {
    private static final double TEXT = 0.043;
    private static final double AUTHOR = 0.029;
    private static final double LINES_IN_BOX = 4.6;

    private CommentCard() {}

    static Drawn draw(Easel easel, Comment content) {
        Rect box = easel.place();
        double unit = Math.min(1, box.height() / LINES_IN_BOX / easel.ofHeight(TEXT));
        double size = easel.ofHeight(TEXT) * unit;
        double padding = size * 0.95;
        double mark = size * 1.15;
        double before = padding + mark + size * 0.55;
        double width = box.width() - before - padding;
        TextBlock author = TextBlock.fit(
                content.author(),
                TextStyle.of(easel.face(FontRole.HEADING), easel.ofHeight(AUTHOR) * unit),
                TextBlock.Room.line(width));
        double gap = author.isEmpty() ? 0 : size * 0.9;
        double most = box.height() - 2 * padding - gap - author.height();
        TextBlock text = TextBlock.balanced(
                content.text(),
                TextStyle.of(easel.face(FontRole.BODY), size).withLeading(1.36),
                new TextBlock.Room(width, most, Integer.MAX_VALUE));

        double cardWidth = before + Math.max(text.width(), author.width()) + padding;
        double cardHeight = text.height() + gap + author.height() + 2 * padding;
        Rect card = box.part(cardWidth, cardHeight, easel.across(), easel.down())
                .outwardEven()
                .intersection(box);
        Shape outline = easel.card(card, easel.panelRadius());
        Rect inside = new Rect(card.x() + before, card.y() + padding, width, text.height());
        Palette palette = easel.palette();
        easel.sheet().fill(quotationMark(card.x() + padding, inside.y(), mark), palette.of(ColourRole.PRIMARY));
        text.draw(easel.sheet(), inside, Align.LEFT, palette.of(ColourRole.ON_SURFACE));
        author.draw(
                easel.sheet(),
                new Rect(inside.x(), inside.bottom() + gap, width, author.height()),
                Align.LEFT,
                palette.quiet(ColourRole.ON_SURFACE, ColourRole.SURFACE));
        return Drawn.forGood(outline);
    }

    /// Two drops with their tails up, as at the beginning of a quotation.
    private static Shape quotationMark(double x, double y, double width) {
        Path2D mark = new Path2D.Double();
        double drop = width * 0.44;
        addDrop(mark, x, y, drop);
        addDrop(mark, x + width - drop, y, drop);
        return mark;
    }

    private static void addDrop(Path2D mark, double x, double y, double size) {
        double height = size * 1.72;
        double middle = y + height - size / 2;
        double round = size * 0.2762;
        mark.moveTo(x, middle);
        mark.curveTo(x, y + height * 0.42, x + size * 0.3, y + height * 0.12, x + size * 0.84, y);
        mark.lineTo(x + size * 0.94, y + height * 0.16);
        mark.curveTo(
                x + size * 0.66,
                y + height * 0.26,
                x + size * 0.54,
                y + height * 0.36,
                x + size * 0.5,
                middle - size / 2);
        mark.curveTo(x + size * 0.5 + round, middle - size / 2, x + size, middle - round, x + size, middle);
        mark.curveTo(
                x + size, middle + round, x + size / 2 + round, middle + size / 2, x + size / 2, middle + size / 2);
        mark.curveTo(x + size / 2 - round, middle + size / 2, x, middle + round, x, middle);
        mark.closePath();
    }
}
