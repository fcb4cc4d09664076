@NullMarked
package liveroom.bench.chain;

import org.jspecify.annotations.NullMarked;
