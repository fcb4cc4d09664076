package liveroom.capture.graphics;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.text.AttributedString;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import liveroom.capture.scene.Content.Align;
import org.jspecify.annotations.Nullable;

/// Lines of text, broken, shrunk and shortened until they fit. Measured from the top of the capitals of the first line
/// to the last baseline, since that is what looks aligned.
final class TextBlock {
    /// How small text may become before it is shortened.
    static final double LEAST_SHARE = 0.6;

    private static final double STEP = 0.05;
    private static final int MOST_IN_A_LINE = 500;
    private static final String ELLIPSIS = "…";

    private final TextStyle style;
    private final List<Line> lines;
    private final boolean whole;

    private TextBlock(TextStyle style, List<Line> lines, boolean whole) {
        this.style = style;
        this.lines = lines;
        this.whole = whole;
    }

    /// Room for text. @param height from the top of the capitals to the last baseline
    record Room(double width, double height, int lines) {
        Room {
            // Java breaks lines of negative width before their first letter.
            width = Math.max(0, width);
        }

        static Room line(double width) {
            return new Room(width, Double.MAX_VALUE, 1);
        }
    }

    /// Lays `text` out: at full size if that fits, else smaller, and shortened if even the smallest size is too large.
    static TextBlock fit(String text, TextStyle style, Room room) {
        String readable = style.face().readable(text).strip();
        TextBlock block = new TextBlock(style, List.of(), true);
        double size = Math.min(style.size(), room.height() / style.face().capHeight());
        for (double share = 1; share > LEAST_SHARE - STEP / 2 && !readable.isEmpty(); share -= STEP) {
            block = broken(readable, style.withSize(size * share), room);
            if (block.whole) {
                return block;
            }
        }
        return block;
    }

    double size() {
        return style.size();
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /// Whether nothing had to be left out.
    boolean isWhole() {
        return whole;
    }

    double width() {
        return lines.stream().mapToDouble(Line::width).max().orElse(0);
    }

    double height() {
        return isEmpty() ? 0 : style.capHeight() + (lines.size() - 1) * style.leading() * style.size();
    }

    /// Draws it with the top of its capitals at `room`'s top, aligned within its width.
    void draw(Sheet sheet, Rect room, Align align, Color colour) {
        Graphics2D graphics = sheet.graphics();
        graphics.setColor(colour);
        double baseline = room.y() + style.capHeight();
        for (Line line : lines) {
            double spare = room.width() - line.width();
            double x = switch (align) {
                case LEFT -> room.x();
                case CENTRE -> room.x() + spare / 2;
                case RIGHT -> room.x() + spare;
            };
            if (line.layout() != null) {
                graphics.fill(line.layout().getOutline(AffineTransform.getTranslateInstance(x, baseline)));
            }
            baseline += style.leading() * style.size();
        }
    }

    /// One size: as many lines as have room, the last one shortened if there are more.
    private static TextBlock broken(String text, TextStyle style, Room room) {
        LineBreaks breaks = LineBreaks.of(text, style, room.width());
        double spare = (room.height() - style.capHeight()) / (style.leading() * style.size());
        int most = (int) Math.clamp(Math.floor(spare + 1e-6) + 1, 1, room.lines());
        boolean tooMany = breaks.lines().size() > most;
        List<String> lines = new ArrayList<>(tooMany ? breaks.lines().subList(0, most) : breaks.lines());
        if (tooMany) {
            lines.set(most - 1, shortened(breaks.from(most - 1), style, room.width()));
        }
        List<Line> laidOut = lines.stream().map(line -> Line.of(line, style)).toList();
        return new TextBlock(style, laidOut, !tooMany && !breaks.torn());
    }

    /// As much of the beginning of `text` as fits before an ellipsis; nothing if not even that does.
    private static String shortened(String text, TextStyle style, double width) {
        String mark = style.face().readable(ELLIPSIS).isEmpty() ? "..." : ELLIPSIS;
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        int best = -1;
        int low = 0;
        int high = Math.min(text.length(), MOST_IN_A_LINE);
        while (low <= high) {
            int middle = (low + high) / 2;
            int end = characters.isBoundary(middle) ? middle : Math.max(0, characters.preceding(middle));
            if (Line.of(text.substring(0, end).strip() + mark, style).width() <= width) {
                best = Math.max(best, end);
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return best < 0 ? "" : text.substring(0, best).strip() + mark;
    }

    /// @param layout null for an empty line
    private record Line(@Nullable TextLayout layout, double width) {
        static Line of(String text, TextStyle style) {
            if (text.isBlank()) {
                return new Line(null, 0);
            }
            AttributedString styled = style.face().styled(text, style.size(), style.tracking());
            TextLayout layout = new TextLayout(styled.getIterator(), Face.CONTEXT);
            return new Line(layout, layout.getVisibleAdvance());
        }
    }
}
