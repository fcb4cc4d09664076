/// Tests.
@NullMarked
package liveroom.transport.peer;

import org.jspecify.annotations.NullMarked;
