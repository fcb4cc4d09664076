/// Tests.
@NullMarked
package liveroom.transport.chat;

import org.jspecify.annotations.NullMarked;
