@NullMarked
package liveroom.capture.compose;

import org.jspecify.annotations.NullMarked;
