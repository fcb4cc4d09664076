package liveroom.app.window;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.collections.ObservableMap;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/// The keys that work anywhere in the window.
final class Shortcuts {
    /// Each key with the name of what it does: `shortcut.NAME`.
    static final Map<KeyCombination, String> NAMES = names();

    private final Models models;
    private final StudioWindow.Actions actions;
    private final WindowLayout layout;

    Shortcuts(Models models, StudioWindow.Actions actions, WindowLayout layout) {
        this.models = models;
        this.actions = actions;
        this.layout = layout;
    }

    private static Map<KeyCombination, String> names() {
        Map<KeyCombination, String> names = new LinkedHashMap<>();
        names.put(control(KeyCode.L), "live");
        names.put(control(KeyCode.R), "record");
        names.put(control(KeyCode.M), "mute");
        names.put(control(KeyCode.I), "invite");
        names.put(
                new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN), "copyLink");
        names.put(control(KeyCode.DIGIT1), "chat");
        names.put(control(KeyCode.DIGIT2), "viewers");
        names.put(control(KeyCode.DIGIT3), "figures");
        names.put(control(KeyCode.COMMA), "settings");
        names.put(control(KeyCode.T), "theme");
        names.put(new KeyCodeCombination(KeyCode.F1), "shortcuts");
        return names;
    }

    private static KeyCombination control(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }

    void install(Scene scene) {
        ObservableMap<KeyCombination, Runnable> accelerators = scene.getAccelerators();
        NAMES.forEach((keys, name) -> accelerators.put(keys, () -> {
            if (!actions.overlay().isOpen()) {
                run(name);
            }
        }));
    }

    private void run(String name) {
        switch (name) {
            case "live" -> actions.pressShow().run();
            case "record" -> models.recording().press();
            case "mute" -> models.sound().toggleMute();
            case "invite" -> actions.invite().run();
            case "copyLink" -> actions.copyLink().run();
            case "chat" -> layout.side().showChat();
            case "viewers" -> layout.side().showViewers();
            case "figures" -> layout.side().showFigures();
            case "settings" -> actions.settings().run();
            case "theme" -> actions.switchTheme().run();
            case "shortcuts" -> actions.shortcuts().run();
            default -> throw new IllegalStateException(name);
        }
    }
}
