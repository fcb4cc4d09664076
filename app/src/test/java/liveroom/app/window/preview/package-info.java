@NullMarked
package liveroom.app.window.preview;

import org.jspecify.annotations.NullMarked;
