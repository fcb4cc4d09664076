@NullMarked
package liveroom.capture.show;

import org.jspecify.annotations.NullMarked;
