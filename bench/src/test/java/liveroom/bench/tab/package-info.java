/// What a viewer gets whose tab is not in sight.
@NullMarked
package liveroom.bench.tab;

import org.jspecify.annotations.NullMarked;
