package liveroom.app.window.hotkey;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a key can do anywhere in the window, and the keys it has at first: modifiers in the order `Shortcut`, `Alt`,
/// `Shift`, then the name of the key. `Shortcut` is Ctrl, or Command on a Mac.
public enum Hotkey {
    CUT("F5", Freedom.CHANGEABLE),
    FADE("F6", Freedom.CHANGEABLE),
    STINGER("F7", Freedom.CHANGEABLE),
    NEXT_CUE("F8", Freedom.CHANGEABLE),
    SCENE_1("Alt+1", Freedom.CHANGEABLE),
    SCENE_2("Alt+2", Freedom.CHANGEABLE),
    SCENE_3("Alt+3", Freedom.CHANGEABLE),
    SCENE_4("Alt+4", Freedom.CHANGEABLE),
    SCENE_5("Alt+5", Freedom.CHANGEABLE),
    SCENE_6("Alt+6", Freedom.CHANGEABLE),
    SCENE_7("Alt+7", Freedom.CHANGEABLE),
    SCENE_8("Alt+8", Freedom.CHANGEABLE),
    SCENE_9("Alt+9", Freedom.CHANGEABLE),
    MUTE("Shortcut+M", Freedom.CHANGEABLE),
    LIVE("Shortcut+L", Freedom.FIXED),
    RECORD("Shortcut+R", Freedom.FIXED),
    INVITE("Shortcut+I", Freedom.FIXED),
    COPY_LINK("Shortcut+Shift+C", Freedom.FIXED),
    UNDO("Shortcut+Z", Freedom.FIXED),
    REDO("Shortcut+Shift+Z", Freedom.FIXED),
    STUDIO_MODE("Shortcut+E", Freedom.FIXED),
    CHAT("Shortcut+1", Freedom.FIXED),
    VIEWERS("Shortcut+2", Freedom.FIXED),
    FIGURES("Shortcut+3", Freedom.FIXED),
    CUES("Shortcut+4", Freedom.FIXED),
    SETTINGS("Shortcut+Comma", Freedom.FIXED),
    THEME("Shortcut+T", Freedom.FIXED),
    SHORTCUTS("F1", Freedom.FIXED);

    private final String firstKeys;
    private final Freedom freedom;

    Hotkey(String firstKeys, Freedom freedom) {
        this.firstKeys = firstKeys;
        this.freedom = freedom;
    }

    public String firstKeys() {
        return firstKeys;
    }

    public Freedom freedom() {
        return freedom;
    }

    /// Those that choose a scene, in the order of the scenes.
    public static List<Hotkey> scenes() {
        return Stream.of(values())
                .filter(hotkey -> hotkey.name().startsWith("SCENE_"))
                .toList();
    }

    /// The hotkey of the scene at this place, counted from 0, if it has one.
    public static Optional<Hotkey> ofScene(int place) {
        return scenes().stream().skip(place).findFirst();
    }

    /// Whether the host may give it other keys.
    public enum Freedom {
        CHANGEABLE,
        FIXED
    }
}
