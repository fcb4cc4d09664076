/// What host and viewers say to each other.
@NullMarked
package liveroom.transport.chat;

import org.jspecify.annotations.NullMarked;
