@NullMarked
package liveroom.bench.fanout;

import org.jspecify.annotations.NullMarked;
