@NullMarked
package liveroom.capture.graphics;

import org.jspecify.annotations.NullMarked;
