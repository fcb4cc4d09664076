/// What viewers get over impaired links: emulated ones, with real browsers at their ends.
@NullMarked
package liveroom.bench.link;

import org.jspecify.annotations.NullMarked;
