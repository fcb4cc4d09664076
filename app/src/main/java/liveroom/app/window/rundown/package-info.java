/// The run-down in the window: cues in their order, and the next one.
@NullMarked
package liveroom.app.window.rundown;

import org.jspecify.annotations.NullMarked;
