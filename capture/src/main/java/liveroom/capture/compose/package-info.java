/// Puts layers together into the program's picture.
@NullMarked
package liveroom.capture.compose;

import org.jspecify.annotations.NullMarked;
