package liveroom.app.window.hotkey;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.input.KeyEvent;
import liveroom.app.window.kit.Controls;
import liveroom.app.window.kit.Words;

/// Puts the keys of a [HotkeysModel] into effect, and into tooltips.
public final class Hotkeys {
    private final HotkeysModel model;
    private final Map<KeyCombination, Runnable> installed = new HashMap<>();

    public Hotkeys(HotkeysModel model) {
        this.model = model;
    }

    /// From now on the keys of the model do what `run` does with the action; changes of the model count at once.
    public void install(Scene scene, Consumer<Hotkey> run) {
        model.keys().subscribe(keys -> {
            installed.keySet().forEach(scene.getAccelerators()::remove);
            installed.clear();
            keys.forEach((hotkey, text) -> installed.put(combination(text), () -> run.accept(hotkey)));
            scene.getAccelerators().putAll(installed);
        });
    }

    /// Keeps a control's tooltip and name: the words, and the keys at this moment.
    ///
    /// @param words asked for each time the keys change
    public static void hint(Control control, HotkeysModel model, Hotkey hotkey, Supplier<String> words) {
        model.keys().subscribe(_ -> Controls.hint(control, Words.of("keys.hint", words.get(), model.shown(hotkey))));
    }

    private static KeyCombination combination(String keys) {
        String key = keys.substring(keys.lastIndexOf('+') + 1);
        KeyCode code = key.equals("Comma") ? KeyCode.COMMA : KeyCode.getKeyCode(key);
        return new KeyCodeCombination(
                code == null ? KeyCode.UNDEFINED : code,
                keys.contains("Shift+") ? ModifierValue.DOWN : ModifierValue.UP,
                ModifierValue.UP,
                keys.contains("Alt+") ? ModifierValue.DOWN : ModifierValue.UP,
                ModifierValue.UP,
                keys.contains("Shortcut+") ? ModifierValue.DOWN : ModifierValue.UP);
    }

    /// The keys that are held down, as the model writes them; empty for a modifier alone.
    static String held(KeyEvent event) {
        if (event.getCode().isModifierKey() || event.getCode() == KeyCode.UNDEFINED) {
            return "";
        }
        return (event.isShortcutDown() ? "Shortcut+" : "")
                + (event.isAltDown() ? "Alt+" : "")
                + (event.isShiftDown() ? "Shift+" : "")
                + (event.getCode() == KeyCode.COMMA
                        ? "Comma"
                        : event.getCode().getName().replace("Numpad ", ""));
    }
}
