/// How far sound and picture are apart, in the program and at each viewer.
@NullMarked
package liveroom.app.window.sync;

import org.jspecify.annotations.NullMarked;
