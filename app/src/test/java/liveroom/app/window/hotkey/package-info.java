@NullMarked
package liveroom.app.window.hotkey;

import org.jspecify.annotations.NullMarked;
