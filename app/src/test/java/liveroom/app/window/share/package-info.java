@NullMarked
package liveroom.app.window.share;

import org.jspecify.annotations.NullMarked;
