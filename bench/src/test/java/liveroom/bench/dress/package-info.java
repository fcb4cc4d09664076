/// Whole shows that are dressed while they are watched.
@NullMarked
package liveroom.bench.dress;

import org.jspecify.annotations.NullMarked;
