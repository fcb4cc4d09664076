@NullMarked
package liveroom.app.window.show;

import org.jspecify.annotations.NullMarked;
