/// Going live and ending, recording, and how long each has lasted.
@NullMarked
package liveroom.app.window.show;

import org.jspecify.annotations.NullMarked;
