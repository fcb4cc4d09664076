/// The program's picture on the screen, at the size it is shown and on a thread of its own.
@NullMarked
package liveroom.app.window.preview;

import org.jspecify.annotations.NullMarked;
