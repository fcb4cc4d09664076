@NullMarked
package liveroom.app.window;

import org.jspecify.annotations.NullMarked;
