package liveroom.app.window.kit;

/// Light on dark, or dark on light.
public enum Theme {
    DARK,
    LIGHT;

    public Theme other() {
        return this == DARK ? LIGHT : DARK;
    }
}
