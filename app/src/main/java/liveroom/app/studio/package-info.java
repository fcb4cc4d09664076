/// The studio itself: the path of the show, wired, and what a window, a terminal or a script may ask of it.
@NullMarked
package liveroom.app.studio;

import org.jspecify.annotations.NullMarked;
