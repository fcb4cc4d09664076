/// Tests.
@NullMarked
package liveroom.transport.sdp;

import org.jspecify.annotations.NullMarked;
