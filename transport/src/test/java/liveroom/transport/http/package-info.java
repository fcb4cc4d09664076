/// Tests.
@NullMarked
package liveroom.transport.http;

import org.jspecify.annotations.NullMarked;
