@NullMarked
package liveroom.app.window.audience;

import org.jspecify.annotations.NullMarked;
