/// Tests of the shared lane without a network.
@NullMarked
package liveroom.transport.shared;

import org.jspecify.annotations.NullMarked;
