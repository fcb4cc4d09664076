package liveroom.app.window.inspect;

import java.util.Locale;
import liveroom.app.window.kit.Words;

/// Colours as `#rrggbb`.
final class Hex {
    private static final int HEX = 16;

    private Hex() {}

    static String written(int rgb) {
        return String.format(Locale.ROOT, "#%06x", rgb & 0xffffff);
    }

    static int read(String text) {
        String digits = text.strip().replaceFirst("^#", "");
        if (!digits.matches("[0-9a-fA-F]{6}")) {
            throw new IllegalArgumentException(Words.of("inspect.problem.colour"));
        }
        return Integer.parseInt(digits, HEX);
    }
}
