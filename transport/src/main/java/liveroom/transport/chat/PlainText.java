package liveroom.transport.chat;

/// Makes plain text of what people type: no control characters, no characters that reorder a line, trimmed.
public final class PlainText {
    private PlainText() {}

    /// One line: line breaks and tabs become spaces.
    public static String line(String typed) {
        StringBuilder plain = new StringBuilder(typed.length());
        typed.codePoints().forEach(c -> {
            if (c == '\n' || c == '\r' || c == '\t') {
                plain.append(' ');
            } else if (shows(c)) {
                plain.appendCodePoint(c);
            }
        });
        return plain.toString().strip();
    }

    /// Cuts to a number of UTF-16 units without halving a character.
    public static String cut(String text, int maxUnits) {
        if (text.length() <= maxUnits) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(maxUnits - 1)) ? maxUnits - 1 : maxUnits;
        return text.substring(0, end);
    }

    private static boolean shows(int c) {
        if ((c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069)) {
            return false; // they would reorder what stands around the text
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> true;
        };
    }
}
