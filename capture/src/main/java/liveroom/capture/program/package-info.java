/// The finished picture and sound: one steady cadence, whatever the sources do.
@NullMarked
package liveroom.capture.program;

import org.jspecify.annotations.NullMarked;
