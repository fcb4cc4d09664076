package liveroom.capture.source;

import java.util.Locale;

/// The systems the studio runs on, as far as devices are concerned.
enum OperatingSystem {
    LINUX,
    MACOS,
    WINDOWS;

    static OperatingSystem current() {
        return of(System.getProperty("os.name", ""));
    }

    /// @param name as in the system property `os.name`
    static OperatingSystem of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.contains("mac") || lower.contains("darwin")) {
            return MACOS;
        }
        return lower.contains("win") ? WINDOWS : LINUX;
    }
}
