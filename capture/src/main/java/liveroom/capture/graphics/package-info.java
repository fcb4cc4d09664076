/// Draws layers, in a brand's colours and fonts, into pictures.
@NullMarked
package liveroom.capture.graphics;

import org.jspecify.annotations.NullMarked;
