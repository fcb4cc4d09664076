/// Frames in, packets out: H.264 access units and Opus packets, and recordings made of them.
@NullMarked
package liveroom.encoder;

import org.jspecify.annotations.NullMarked;
