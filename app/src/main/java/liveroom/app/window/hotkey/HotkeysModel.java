package liveroom.app.window.hotkey;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import liveroom.app.settings.KeptSettings;
import liveroom.app.window.kit.Words;

/// Which keys do what. What the host changes is kept in the settings; two actions never have the same keys.
///
/// Confined to the JavaFX thread.
public final class HotkeysModel {
    private static final List<String> MODIFIERS = List.of("Shortcut", "Alt", "Shift");
    /// Keys of text fields, of lists and of the picture.
    private static final Set<String> TAKEN = Set.of(
            "Shortcut+A", "Shortcut+C", "Shortcut+V", "Shortcut+X", "Shortcut+Y", "F2", "F10", "Alt+F4", "Shift+F10");

    private final KeptSettings settings;
    private final ReadOnlyObjectWrapper<Map<Hotkey, String>> keys = new ReadOnlyObjectWrapper<>(Map.of());

    public HotkeysModel(KeptSettings settings) {
        this.settings = settings;
        keys.set(read(settings.current().dressing().keys()));
    }

    /// What stands in the settings and is no key, or is another action's, gives way to the first keys.
    private static Map<Hotkey, String> read(Map<String, String> kept) {
        Map<Hotkey, String> all = new EnumMap<>(Hotkey.class);
        for (Hotkey hotkey : Hotkey.values()) {
            all.put(hotkey, hotkey.firstKeys());
        }
        for (Hotkey hotkey : Hotkey.values()) {
            String wanted = kept.get(hotkey.name());
            if (wanted != null && problem(all, hotkey, wanted).isEmpty()) {
                all.put(hotkey, ordered(wanted));
            }
        }
        return Collections.unmodifiableMap(all);
    }

    /// The keys of every action.
    public ReadOnlyObjectProperty<Map<Hotkey, String>> keys() {
        return keys.getReadOnlyProperty();
    }

    public String keys(Hotkey hotkey) {
        return keys.get().getOrDefault(hotkey, hotkey.firstKeys());
    }

    /// As people write them: `Ctrl+Shift+Z`.
    public String shown(Hotkey hotkey) {
        return shown(keys(hotkey));
    }

    static String shown(String keys) {
        boolean mac = System.getProperty("os.name", "").startsWith("Mac");
        return keys.replace("Shortcut", mac ? "⌘" : "Ctrl").replace("Comma", ",");
    }

    /// Gives an action other keys, or says in a sentence why not.
    public Optional<String> change(Hotkey hotkey, String wanted) {
        Optional<String> problem = problem(keys.get(), hotkey, wanted);
        if (problem.isPresent()) {
            return problem;
        }
        Map<Hotkey, String> all = new EnumMap<>(keys.get());
        all.put(hotkey, ordered(wanted));
        keep(all);
        return Optional.empty();
    }

    /// Gives every action its first keys again.
    public void reset() {
        keep(read(Map.of()));
    }

    private void keep(Map<Hotkey, String> all) {
        Map<String, String> changed = new HashMap<>();
        all.forEach((hotkey, text) -> {
            if (!text.equals(hotkey.firstKeys())) {
                changed.put(hotkey.name(), text);
            }
        });
        settings.change(now -> now.withDressing(now.dressing().withKeys(changed)));
        keys.set(Collections.unmodifiableMap(all));
    }

    private static Optional<String> problem(Map<Hotkey, String> all, Hotkey hotkey, String wanted) {
        if (hotkey.freedom() == Hotkey.Freedom.FIXED) {
            return Optional.of(Words.of("keys.problem.fixed"));
        }
        String ordered = ordered(wanted);
        String key = ordered.substring(ordered.lastIndexOf('+') + 1);
        boolean held = ordered.contains("Shortcut+") || ordered.contains("Alt+");
        if (key.isEmpty() || MODIFIERS.contains(key) || (!held && !key.matches("F([1-9]|1[0-2])"))) {
            return Optional.of(Words.of("keys.problem.plain"));
        }
        if (TAKEN.contains(ordered)) {
            return Optional.of(Words.of("keys.problem.taken", shown(ordered)));
        }
        return all.entrySet().stream()
                .filter(entry -> entry.getKey() != hotkey && entry.getValue().equals(ordered))
                .findFirst()
                .map(entry -> Words.of("keys.problem.conflict", shown(ordered), name(entry.getKey())));
    }

    /// What an action is called.
    public static String name(Hotkey hotkey) {
        return Words.of("shortcut." + hotkey.name());
    }

    private static String ordered(String keys) {
        List<String> parts = List.of(keys.replace("Ctrl", "Shortcut").split("\\+", -1));
        StringBuilder ordered = new StringBuilder();
        for (String modifier : MODIFIERS) {
            if (parts.stream().anyMatch(part -> part.strip().equalsIgnoreCase(modifier))) {
                ordered.append(modifier).append('+');
            }
        }
        String key = parts.getLast().strip();
        return ordered.append(key.length() == 1 ? key.toUpperCase(Locale.ROOT) : key)
                .toString();
    }
}
