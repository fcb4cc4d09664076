@NullMarked
package liveroom.app.window.sync;

import org.jspecify.annotations.NullMarked;
