/// A show by way of a real TURN server.
@NullMarked
package liveroom.bench.relay;

import org.jspecify.annotations.NullMarked;
