/// Choosing where picture and sound come from.
@NullMarked
package liveroom.app.window.source;

import org.jspecify.annotations.NullMarked;
