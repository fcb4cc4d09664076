@NullMarked
package liveroom.capture.scene;

import org.jspecify.annotations.NullMarked;
