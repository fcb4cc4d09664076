/// The studio's HTTP door, without any knowledge of rooms: requests in, answers out, limits kept.
@NullMarked
package liveroom.transport.http;

import org.jspecify.annotations.NullMarked;
