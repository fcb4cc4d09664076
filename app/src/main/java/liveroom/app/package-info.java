/// The studio's front doors: the command line and the window.
@NullMarked
package liveroom.app;

import org.jspecify.annotations.NullMarked;
