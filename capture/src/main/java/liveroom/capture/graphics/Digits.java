package liveroom.capture.graphics;

import java.awt.Color;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;

/// Figures of which each has the same room, so that nothing moves while they change.
record Digits(String text, TextStyle style) {
    double width() {
        return text.chars().mapToDouble(this::cell).sum();
    }

    double height() {
        return style.capHeight();
    }

    /// The same, not wider than asked.
    Digits within(double width) {
        return new Digits(text, style.withSize(style.size() * Math.min(1, Math.max(1, width) / Math.max(1, width()))));
    }

    /// Draws them from the left with the top of the figures at `y`.
    void draw(Sheet sheet, double x, double y, Color colour) {
        double left = x;
        sheet.graphics().setColor(colour);
        for (int i = 0; i < text.length(); i++) {
            TextLayout glyph = layout(text.charAt(i));
            double cell = cell(text.charAt(i));
            double lift = text.charAt(i) == ':' ? colonLift(glyph) : 0;
            sheet.graphics()
                    .fill(glyph.getOutline(AffineTransform.getTranslateInstance(
                            left + (cell - glyph.getAdvance()) / 2, y + style.capHeight() - lift)));
            left += cell;
        }
    }

    /// Colons are made for letters; between figures they belong in the middle.
    private double colonLift(TextLayout colon) {
        return style.capHeight() / 2 + colon.getBounds().getCenterY();
    }

    private double cell(int character) {
        if (!Character.isDigit(character)) {
            return layout((char) character).getAdvance();
        }
        double widest = 0;
        for (char digit = '0'; digit <= '9'; digit++) {
            widest = Math.max(widest, layout(digit).getAdvance());
        }
        return widest;
    }

    private TextLayout layout(char character) {
        String text = String.valueOf(character);
        return new TextLayout(style.face().styled(text, style.size(), 0).getIterator(), Face.CONTEXT);
    }
}
