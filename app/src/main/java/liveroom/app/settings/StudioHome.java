package liveroom.app.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where on this computer the studio keeps its things, in the places usual on each system.
///
/// @param settingsFile what the host has chosen, and the room's key
/// @param logs folder of the studio's log
/// @param recordings folder that recordings go to unless the host chose another
public record StudioHome(Path settingsFile, Path logs, Path recordings) {
    /// Environment variable that puts everything under one folder.
    public static final String VARIABLE = "LIVEROOM_HOME";

    private static final String FILE = "settings.json";
    private static final String CERTIFICATE = "certificate.p12";
    private static final String SHOW = "show.json";

    /// The file that keeps the studio's own certificate, beside the settings.
    public Path certificate() {
        return settingsFile.resolveSibling(CERTIFICATE);
    }

    /// The file that keeps the show, beside the settings, unless the host names another.
    public Path show() {
        return settingsFile.resolveSibling(SHOW);
    }

    /// The folder of the host's own brand kits.
    public Path kits() {
        return settingsFile.resolveSibling("kits");
    }

    /// A folder of copies, which may be deleted while no studio runs.
    public Path cache() {
        return settingsFile.resolveSibling("cache");
    }

    /// The home of whoever runs the studio.
    ///
    /// @param override a folder for everything, as `--home` gives it
    public static StudioHome of(Optional<Path> override) {
        return of(
                override,
                System.getenv(),
                System.getProperty("os.name", ""),
                Path.of(System.getProperty("user.home", ".")));
    }

    /// A home for studios that keep nothing.
    public static StudioHome temporary() {
        return of(Optional.of(Path.of(System.getProperty("java.io.tmpdir", "."), "liveroom")));
    }

    static StudioHome of(Optional<Path> override, Map<String, String> environment, String system, Path user) {
        Optional<Path> folder = override.or(() -> folder(environment, VARIABLE));
        if (folder.isPresent()) {
            Path all = folder.get().toAbsolutePath().normalize();
            return new StudioHome(all.resolve(FILE), all.resolve("logs"), all.resolve("recordings"));
        }
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            Path library = user.resolve("Library");
            return new StudioHome(
                    library.resolve("Application Support/Liveroom").resolve(FILE),
                    library.resolve("Logs/Liveroom"),
                    user.resolve("Movies/Liveroom"));
        }
        if (name.startsWith("windows")) {
            Path roaming = folder(environment, "APPDATA").orElse(user.resolve("AppData/Roaming"));
            Path local = folder(environment, "LOCALAPPDATA").orElse(user.resolve("AppData/Local"));
            return new StudioHome(
                    roaming.resolve("Liveroom").resolve(FILE),
                    local.resolve("Liveroom/logs"),
                    user.resolve("Videos/Liveroom"));
        }
        Path config = folder(environment, "XDG_CONFIG_HOME").orElse(user.resolve(".config"));
        Path state = folder(environment, "XDG_STATE_HOME").orElse(user.resolve(".local/state"));
        return new StudioHome(
                config.resolve("liveroom").resolve(FILE),
                state.resolve("liveroom"),
                folder(environment, "XDG_VIDEOS_DIR")
                        .orElse(user.resolve("Videos"))
                        .resolve("Liveroom"));
    }

    /// A variable that holds a relative path counts as unset, as the XDG specification says; our own may be relative.
    private static Optional<Path> folder(Map<String, String> environment, String variable) {
        String value = environment.getOrDefault(variable, "");
        if (value.isBlank()) {
            return Optional.empty();
        }
        Path path = Path.of(value);
        return path.isAbsolute() || variable.equals(VARIABLE) ? Optional.of(path) : Optional.empty();
    }
}
