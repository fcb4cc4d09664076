@NullMarked
package liveroom.app.window.kit;

import org.jspecify.annotations.NullMarked;
