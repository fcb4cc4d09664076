/// What goes into the show, and the show as raw frames. See the packages below: `source` feeds `program`, both speak
/// `media`.
@NullMarked
package liveroom.capture;

import org.jspecify.annotations.NullMarked;
