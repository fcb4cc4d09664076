/// What one more viewer costs the studio: a studio in one process, a crowd of viewers that count in another.
@NullMarked
package liveroom.bench.fanout;

import org.jspecify.annotations.NullMarked;
