/// The studio window, in JavaFX. It reads snapshots of the studio and asks it for things; it owns nothing of the show.
@NullMarked
package liveroom.app.window;

import org.jspecify.annotations.NullMarked;
