/// Tests.
@NullMarked
package liveroom.transport.tls;

import org.jspecify.annotations.NullMarked;
