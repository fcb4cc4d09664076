/// The keys that work anywhere in the window: what they do, who may change them, and the page that does.
@NullMarked
package liveroom.app.window.hotkey;

import org.jspecify.annotations.NullMarked;
