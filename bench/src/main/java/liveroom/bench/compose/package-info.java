/// Measures the compositor beside FFmpeg's filters.
@NullMarked
package liveroom.bench.compose;

import org.jspecify.annotations.NullMarked;
