@NullMarked
package liveroom.app.window.source;

import org.jspecify.annotations.NullMarked;
