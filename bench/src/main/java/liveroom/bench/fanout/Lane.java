package liveroom.bench.fanout;

import java.util.Locale;

/// How the crowd is served.
public enum Lane {
    /// By data channels: who opens `media` is served so.
    SHARED,
    /// By media tracks, which the viewers' end decodes, as it cannot help.
    TRACK;

    /// As the command line and JSON have it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Reads what [#word()] says.
    public static Lane of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
