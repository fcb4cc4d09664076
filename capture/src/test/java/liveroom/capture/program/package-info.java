@NullMarked
package liveroom.capture.program;

import org.jspecify.annotations.NullMarked;
