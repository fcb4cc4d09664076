@NullMarked
package liveroom.encoder;

import org.jspecify.annotations.NullMarked;
