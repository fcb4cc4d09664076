package liveroom.capture.graphics;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.text.AttributedString;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A font and those that have the glyphs it lacks, in the order in which they are asked.
///
/// @param fonts never empty
record Face(List<Font> fonts) {
    /// Glyphs are filled as shapes: no hinting, so that a picture looks alike at every size and on every machine.
    static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    Face {
        fonts = List.copyOf(fonts);
    }

    private Font first() {
        return fonts.getFirst();
    }

    /// Height of capitals for a font of one pixel: what the eye takes for the height of a line.
    double capHeight() {
        return first().canDisplay('H')
                ? first().deriveFont(100f)
                                .createGlyphVector(CONTEXT, "H")
                                .getVisualBounds()
                                .getHeight()
                        / 100
                : 0.72;
    }

    /// How far letters reach below the baseline, for a font of one pixel.
    double descent() {
        return first().deriveFont(100f).getLineMetrics("Hg", CONTEXT).getDescent() / 100;
    }

    /// `text` without what none of the fonts has.
    String readable(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(c -> c == '\n' || font(c) != null).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /// `text`, which must be [#readable] and not empty, with a font for each of its characters.
    ///
    /// @param tracking space added between letters, as a fraction of the size
    AttributedString styled(String text, double size, double tracking) {
        AttributedString styled = new AttributedString(text);
        int from = 0;
        Font run = fontOr(text.codePointAt(0), first());
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int character = text.codePointAt(at);
            Font next = Character.isWhitespace(character) ? run : fontOr(character, run);
            if (!next.equals(run)) {
                styled.addAttribute(TextAttribute.FONT, sized(run, size, tracking), from, at);
                from = at;
                run = next;
            }
        }
        styled.addAttribute(TextAttribute.FONT, sized(run, size, tracking), from, text.length());
        return styled;
    }

    private static Font sized(Font font, double size, double tracking) {
        return font.deriveFont(Map.of(
                TextAttribute.SIZE, (float) size,
                TextAttribute.TRACKING, (float) tracking,
                TextAttribute.KERNING, TextAttribute.KERNING_ON));
    }

    private Font fontOr(int character, Font otherwise) {
        Font font = font(character);
        return font == null ? otherwise : font;
    }

    private @Nullable Font font(int character) {
        for (Font font : fonts) {
            if (font.canDisplay(character)) {
                return font;
            }
        }
        return null;
    }
}
