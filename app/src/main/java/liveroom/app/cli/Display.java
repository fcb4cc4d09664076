package liveroom.app.cli;

import java.util.Locale;
import java.util.Map;

/// Whether a window can be shown where the studio was started.
enum Display {
    PRESENT,
    ABSENT;

    static Display current() {
        return of(System.getProperty("os.name", ""), System.getenv());
    }

    /// On Linux the desktop says so in the environment; other systems always have one.
    static Display of(String system, Map<String, String> environment) {
        boolean told = !environment.getOrDefault("DISPLAY", "").isEmpty()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
        return told || !system.toLowerCase(Locale.ROOT).contains("linux") ? PRESENT : ABSENT;
    }
}
