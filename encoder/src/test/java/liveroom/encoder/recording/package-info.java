@NullMarked
package liveroom.encoder.recording;

import org.jspecify.annotations.NullMarked;
