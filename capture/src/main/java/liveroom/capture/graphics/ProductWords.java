package liveroom.capture.graphics;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import liveroom.capture.scene.ColourRole;
import liveroom.capture.scene.Content.Align;
import liveroom.capture.scene.Content.FontRole;
import liveroom.capture.scene.Content.Product;

/// Name and price of a product: the name above, the price large below it, and the old price beside the new one or,
/// where that is too narrow, above it.
///
/// @param gap between name and prices
/// @param beside whether the old price is beside the new one
record ProductWords(TextBlock name, TextBlock price, TextBlock oldPrice, double gap, boolean beside) {
    private static final double NAME = 0.036;
    private static final double PRICE = 0.056;
    private static final double OLD = 0.03;

    static ProductWords fit(Easel easel, Product content, TextBlock.Room room) {
        double unit = Math.min(easel.ofHeight(1), room.height() * 5.2);
        TextBlock.Room line = TextBlock.Room.line(room.width());
        TextBlock price =
                TextBlock.fit(content.price(), TextStyle.of(easel.face(FontRole.NUMBERS), unit * PRICE), line);
        TextBlock old = TextBlock.fit(content.oldPrice(), TextStyle.of(easel.face(FontRole.NUMBERS), unit * OLD), line);
        boolean beside = !old.isEmpty() && price.width() + old.width() + unit * 0.02 <= room.width();
        double gap = unit * 0.03;
        double below = price.height() + (old.isEmpty() || beside ? 0 : old.height() + gap * 0.7);
        TextBlock.Room above = new TextBlock.Room(
                room.width(), Math.max(1, room.height() - (below > 0 ? below + gap : 0)), room.lines());
        TextStyle style =
                TextStyle.of(easel.face(FontRole.HEADING), unit * NAME).withLeading(1.24);
        return new ProductWords(TextBlock.balanced(content.name(), style, above), price, old, gap, beside);
    }

    double width() {
        double prices =
                beside ? price.width() + gap * 0.7 + oldPrice.width() : Math.max(price.width(), oldPrice.width());
        return Math.max(name.width(), prices);
    }

    double height() {
        double old = beside || oldPrice.isEmpty() ? 0 : oldPrice.height() + gap * 0.7;
        double prices = price.height() + old;
        return name.height() + (name.isEmpty() || prices == 0 ? 0 : gap) + prices;
    }

    void draw(Easel easel, Rect place) {
        Palette palette = easel.palette();
        name.draw(easel.sheet(), place, Align.LEFT, palette.of(ColourRole.ON_SURFACE));
        double bottom = place.y() + height();
        Rect prices = new Rect(place.x(), bottom - price.height(), place.width(), price.height());
        price.draw(easel.sheet(), prices, Align.LEFT, palette.strong(ColourRole.ON_SURFACE, ColourRole.SURFACE));
        if (oldPrice.isEmpty()) {
            return;
        }
        double x = beside ? place.x() + price.width() + gap * 0.7 : place.x();
        double y = beside ? bottom - oldPrice.height() : prices.y() - gap * 0.7 - oldPrice.height();
        Rect old = new Rect(x, y, oldPrice.width(), oldPrice.height());
        Color quiet = palette.quiet(ColourRole.ON_SURFACE, ColourRole.SURFACE);
        oldPrice.draw(easel.sheet(), old, Align.LEFT, quiet);
        double stroke = Math.max(1, oldPrice.size() * 0.075);
        double overhang = oldPrice.size() * 0.08;
        easel.sheet()
                .fill(
                        new Rectangle2D.Double(
                                old.x() - overhang, old.centreY() - stroke / 2, old.width() + 2 * overhang, stroke),
                        quiet);
    }
}
