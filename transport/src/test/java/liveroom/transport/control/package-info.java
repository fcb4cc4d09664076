@NullMarked
package liveroom.transport.control;

import org.jspecify.annotations.NullMarked;
