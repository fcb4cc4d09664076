package liveroom.capture.scene;

import java.util.List;
import java.util.Set;

/// What a value of a show may be. Every complaint is a sentence that names the value.
final class Bounds {
    static final int MAX_TEXT = 2000;

    private Bounds() {}

    static void text(String what, String value, int max) {
        if (value.length() > max) {
            throw new IllegalArgumentException("The " + what + " is longer than " + max + " characters.");
        }
        if (value.codePoints().anyMatch(c -> !isText(c))) {
            throw new IllegalArgumentException("The " + what + " holds characters that are not text.");
        }
    }

    /// Half of a surrogate pair cannot be written into a file: it would be another character when it is read.
    private static boolean isText(int codePoint) {
        return (codePoint >= ' ' || codePoint == '\n') && Character.getType(codePoint) != Character.SURROGATE;
    }

    /// Identifiers appear in addresses and file names.
    static void id(String value) {
        if (!value.matches("[a-z0-9][a-z0-9-]{0,39}")) {
            throw new IllegalArgumentException("\"" + value.substring(0, Math.min(40, value.length()))
                    + "\" is no identifier: up to 40 of a-z, 0-9 and -, not beginning with -.");
        }
    }

    static void range(String what, double value, double min, double max) {
        if (!(value >= min && value <= max)) {
            throw new IllegalArgumentException(
                    "The " + what + " is " + value + "; it must be between " + min + " and " + max + ".");
        }
    }

    static <T> List<T> list(String what, List<T> value, int min, int max) {
        if (value.size() < min || value.size() > max) {
            throw new IllegalArgumentException(
                    "There are " + value.size() + " " + what + "; there may be " + min + " to " + max + ".");
        }
        return List.copyOf(value);
    }

    static void unique(String what, String id, Set<String> known) {
        if (!known.add(id)) {
            throw new IllegalArgumentException("There are two " + what + "s with the identifier \"" + id + "\".");
        }
    }
}
