@NullMarked
package liveroom.bench;

import org.jspecify.annotations.NullMarked;
