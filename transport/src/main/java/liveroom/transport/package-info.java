/// Packets and frames to viewers: the room, its HTTP door, peer connections and lanes.
@NullMarked
package liveroom.transport;

import org.jspecify.annotations.NullMarked;
