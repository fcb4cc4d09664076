@NullMarked
package liveroom.app.window.inspect;

import org.jspecify.annotations.NullMarked;
