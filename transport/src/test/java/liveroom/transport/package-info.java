/// Tests of the room with real peer connections.
@NullMarked
package liveroom.transport;

import org.jspecify.annotations.NullMarked;
