package liveroom.app.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The strings of one part of the studio in the language of the system, from `assets/messages`. Immutable.
public final class Messages {
    private final ResourceBundle bundle;

    private Messages(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /// Opens a bundle.
    ///
    /// @param part name of the bundle: `studio`, `window`, `terminal`
    public static Messages of(String part) {
        return new Messages(ResourceBundle.getBundle("liveroom.assets.messages." + part, Locale.getDefault()));
    }

    /// The string of `key`, with `{0}`, `{1}` … replaced as in [MessageFormat].
    ///
    /// @throws java.util.MissingResourceException if there is none: a mistake in the program
    public String text(String key, Object... arguments) {
        String pattern = bundle.getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, bundle.getLocale()).format(arguments);
    }
}
