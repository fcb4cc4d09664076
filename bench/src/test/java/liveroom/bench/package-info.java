/// The studio as a whole, seen and heard from outside.
@NullMarked
package liveroom.bench;

import org.jspecify.annotations.NullMarked;
