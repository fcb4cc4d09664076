package liveroom.capture.brand;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Names of files within a kit: relative, with `/` between folders, and the same file on every
/// system.
final class KitNames {
    private static final int MAX_LENGTH = 200;
    private static final int MAX_DEPTH = 5;
    /// Windows takes these for devices, whatever their ending.
    private static final Pattern DEVICE =
            Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?", Pattern.CASE_INSENSITIVE);

    private KitNames() {}

    static boolean isPlain(String name) {
        if (name.isEmpty() || name.length() > MAX_LENGTH || !name.codePoints().allMatch(KitNames::isPlain)) {
            return false;
        }
        String[] parts = name.split("/", -1);
        if (parts.length > MAX_DEPTH) {
            return false;
        }
        for (String part : parts) {
            boolean dotsAlone = part.chars().allMatch(c -> c == '.');
            boolean endIsLost = part.endsWith(".") || part.endsWith(" ") || part.startsWith(" ");
            if (dotsAlone || endIsLost || DEVICE.matcher(part).matches()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(int codePoint) {
        if ("\\:*?\"<>|".indexOf(codePoint) >= 0) {
            return false;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /// The same for two names that some system takes for one file.
    static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /// Fit to be shown in a sentence: short, and without what a terminal would obey.
    static String shown(String name) {
        StringBuilder text = new StringBuilder();
        name.codePoints()
                .limit(60)
                .map(point -> isPlain(point) || point == '\\' || point == ':' ? point : '\ufffd')
                .forEach(text::appendCodePoint);
        return "\"" + text + "\"";
    }
}
