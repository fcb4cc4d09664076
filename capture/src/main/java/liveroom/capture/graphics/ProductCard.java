package liveroom.capture.graphics;

import java.awt.Shape;
import java.util.Optional;
import liveroom.capture.scene.ColourRole;
import liveroom.capture.scene.Content.Product;
import liveroom.capture.scene.Placement;

/// Something to buy: its picture to the edge of the card, its name and price, and a code to scan. In a high box the
/// picture is above, in a wide one at the left.
final class ProductCard {
    private static final double PADDING = 0.03;
    private static final double WIDE = 1.2;
    private static final double MOST_PICTURE = 0.62;
    private static final double LEAST_PICTURE = 0.3;

    private ProductCard() {}

    static Drawn draw(Easel easel, Product content) {
        Optional<QrMark> code = content.link().isEmpty() ? Optional.empty() : QrMark.of(content.link());
        boolean wide = easel.place().width() > WIDE * easel.place().height();
        return wide ? wide(easel, content, code) : high(easel, content, code);
    }

    private static Drawn high(Easel easel, Product content, Optional<QrMark> code) {
        Rect box = easel.place();
        double padding = padding(easel);
        double inside = box.width() - 2 * padding;
        boolean pictured = !content.picture().isBlank();
        double side = side(easel, code, Math.min(inside * 0.5, box.height() * 0.36));
        double column = inside - (side > 0 ? side + padding : 0);
        double most = box.height() * (pictured ? 1 - LEAST_PICTURE : 1) - 2 * padding;
        ProductWords words = ProductWords.fit(easel, content, new TextBlock.Room(column, most, 4));
        double zone = Rect.even(Math.max(words.height(), side) + 2 * padding + 1);
        double picture = pictured ? Rect.even(Math.min(box.height() - zone, box.width())) : 0;
        Rect card = box.part(box.width(), picture + zone, 0, easel.down());
        card = card.snapped().intersection(box);
        Shape outline = easel.card(card, easel.panelRadius());
        if (pictured) {
            drawPicture(easel, content, new Rect(card.x(), card.y(), card.width(), picture));
        }
        Rect below = new Rect(card.x(), card.y() + picture, card.width(), zone).inset(padding, padding);
        words.draw(easel, below.part(column, words.height(), 0, 0.5));
        drawCode(easel, code, below.part(side, side, 1, 0.5));
        return Drawn.forGood(outline);
    }

    private static Drawn wide(Easel easel, Product content, Optional<QrMark> code) {
        Rect box = easel.place();
        double padding = padding(easel);
        boolean pictured = !content.picture().isBlank();
        double picture = pictured ? Rect.even(Math.min(box.height(), box.width() * MOST_PICTURE / 2)) : 0;
        double side = side(easel, code, Math.min(box.height() - 1.4 * padding, box.width() * 0.4));
        double around = picture + 2 * padding + (side > 0 ? side + padding : 0);
        ProductWords words = ProductWords.fit(
                easel, content, new TextBlock.Room(Math.max(1, box.width() - around), box.height() - 2 * padding, 3));
        Rect card = box.part(Math.ceil((around + words.width()) / 2) * 2, box.height(), easel.across(), 0)
                .snapped();
        Shape outline = easel.card(card, easel.panelRadius());
        if (pictured) {
            drawPicture(easel, content, card.part(picture, card.height(), 0, 0));
        }
        Rect text = new Rect(card.x() + picture + padding, card.y(), words.width(), card.height());
        words.draw(easel, text.part(text.width(), words.height(), 0, 0.5));
        double above = (card.height() - side) / 2;
        drawCode(easel, code, card.inset(Math.min(above, padding), above).part(side, side, 1, 0));
        return Drawn.forGood(outline);
    }

    private static double padding(Easel easel) {
        return Math.min(
                easel.ofHeight(PADDING),
                Math.min(easel.place().width(), easel.place().height()) * 0.12);
    }

    /// The code's own quiet zone may take some of the padding where there would be no room else.
    private static double side(Easel easel, Optional<QrMark> code, double room) {
        if (code.isEmpty()) {
            return 0;
        }
        int height = easel.format().height();
        double side = code.get().side(room, height);
        if (side == 0) {
            side = code.get().side(room + 0.8 * padding(easel), height);
        }
        if (side == 0) {
            easel.complain("There is no room for the link's code: make the card larger or the link shorter.");
        }
        return side;
    }

    private static void drawPicture(Easel easel, Product content, Rect place) {
        PictureFrame.draw(easel, easel.picture(content.picture(), ColourRole.SURFACE), place, Placement.FULL);
    }

    private static void drawCode(Easel easel, Optional<QrMark> code, Rect square) {
        if (square.width() > 0) {
            Rect whole = new Rect(Math.rint(square.x()), Math.rint(square.y()), square.width(), square.height());
            code.ifPresent(mark -> mark.draw(easel.sheet(), whole, easel.panelRadius() / 2));
        }
    }
}
