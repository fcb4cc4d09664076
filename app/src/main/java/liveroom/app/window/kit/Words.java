package liveroom.app.window.kit;

import liveroom.app.text.Messages;

/// The window's strings, from `assets/messages/window.properties`.
public final class Words {
    private static final Messages MESSAGES = Messages.of("window");

    private Words() {}

    /// The string of `key` with its arguments filled in.
    public static String of(String key, Object... arguments) {
        return MESSAGES.text(key, arguments);
    }
}
