package liveroom.capture.graphics;

import liveroom.capture.scene.Content.Text;

/// Plain text: in the middle of its box from top to bottom, aligned from left to right as it says.
final class TextLines {
    /// A line's height is that of its font with the room that letters need above and below.
    private static final double LINE = 1.25;

    private TextLines() {}

    static Drawn draw(Easel easel, Text content) {
        Rect place = easel.place();
        TextStyle style = TextStyle.of(easel.face(content.font()), easel.ofHeight(content.size()) / LINE)
                .withLeading(LINE);
        double below = style.descent();
        TextBlock block = TextBlock.fit(
                content.text(),
                style,
                new TextBlock.Room(place.width(), place.height() - 2 * below, Integer.MAX_VALUE));
        Rect lines = place.part(place.width(), block.height(), 0, 0.5);
        block.draw(easel.sheet(), lines, content.align(), easel.palette().of(content.paint()));
        return Drawn.forGood(easel.box().rounded(easel.lookRadius()));
    }
}
