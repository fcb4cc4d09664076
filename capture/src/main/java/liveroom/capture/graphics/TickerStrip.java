package liveroom.capture.graphics;

import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import liveroom.capture.brand.BrandKit.Corners;
import liveroom.capture.scene.ColourRole;
import liveroom.capture.scene.Content.Align;
import liveroom.capture.scene.Content.FontRole;
import liveroom.capture.scene.Content.Ticker;

/// One round of a ticker, which goes on at its end as it begins. Lengths are fractions of the strip's height.
final class TickerStrip {
    private static final double SIZE = 0.44;
    private static final double GAP = 0.55;
    private static final double MARK = 0.16;
    private static final double EDGE = 0.04;
    /// More than this is not kept in memory.
    private static final int MOST_WINDOWS = 24;

    private TickerStrip() {}

    /// @param windowWidth pixels that are seen at a time
    record Strip(Sheet sheet, int windowWidth) {}

    /// The strip, with the left edge of its window where the box has its own.
    static Strip draw(Easel easel, Ticker content) {
        Rect box = easel.box();
        Rect window = easel.drawn();
        TextStyle style = TextStyle.of(easel.face(FontRole.BODY), box.height() * SIZE);
        List<TextBlock> items = items(easel, content, style, window.width() * MOST_WINDOWS);
        double round = items.stream()
                .mapToDouble(item -> item.width() + box.height() * (2 * GAP + MARK))
                .sum();
        int times = round == 0 ? 1 : (int) Math.ceil(Math.max(1, window.width()) / round);
        int width = round == 0 ? (int) window.width() : (int) (2 * Math.ceil(round * times / 2));
        Sheet sheet = new Sheet(new Rectangle((int) window.x(), (int) box.y(), Math.max(2, width), (int) box.height()));
        Palette palette = easel.palette();
        sheet.fill(sheet.bounds(), palette.of(ColourRole.SURFACE));
        sheet.fill(
                new Rectangle2D.Double(window.x(), box.y(), width, box.height() * EDGE),
                palette.of(ColourRole.PRIMARY));
        // The round is stretched by less than two pixels to end on an even one: the gaps take that up.
        double gap = items.isEmpty() ? 0 : (width - round * times) / (times * items.size());
        double x = window.x();
        for (int i = 0; i < times * items.size(); i++) {
            x = drawItem(easel, sheet, items.get(i % items.size()), x) + gap;
        }
        return new Strip(sheet, (int) window.width());
    }

    private static List<TextBlock> items(Easel easel, Ticker content, TextStyle style, double most) {
        List<TextBlock> items = new ArrayList<>();
        double width = 0;
        for (String item : content.items()) {
            if (item.isBlank()) {
                continue;
            }
            TextBlock block = TextBlock.fit(item.replace('\n', ' '), style, TextBlock.Room.line(1e6));
            width += block.width();
            if (width > most) {
                easel.complain("The ticker is too long: it shows its first " + items.size() + " items.");
                break;
            }
            items.add(block);
        }
        return items;
    }

    private static double drawItem(Easel easel, Sheet sheet, TextBlock item, double x) {
        Rect box = easel.box();
        double height = box.height();
        double middle = box.y() + height * (0.5 + EDGE / 2);
        double text = x + height * GAP;
        item.draw(
                sheet,
                new Rect(text, middle - item.height() / 2, item.width(), item.height()),
                Align.LEFT,
                easel.palette().of(ColourRole.ON_SURFACE));
        double size = height * MARK;
        double left = text + item.width() + height * GAP;
        Shape mark = easel.kit().corners() == Corners.SHARP
                ? new Rectangle2D.Double(left, middle - size / 2, size, size)
                : new Ellipse2D.Double(left, middle - size / 2, size, size);
        sheet.fill(mark, easel.palette().of(ColourRole.PRIMARY));
        return left + size;
    }
}
