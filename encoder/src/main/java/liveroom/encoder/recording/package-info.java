/// Files made of the encoded program, which play even when the studio was killed while it wrote them.
@NullMarked
package liveroom.encoder.recording;

import org.jspecify.annotations.NullMarked;
