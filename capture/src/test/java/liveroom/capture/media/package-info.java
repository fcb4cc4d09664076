@NullMarked
package liveroom.capture.media;

import org.jspecify.annotations.NullMarked;
