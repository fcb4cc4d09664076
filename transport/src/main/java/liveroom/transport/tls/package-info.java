/// Certificates for HTTPS: one of the studio's own making, or one that the host supplies.
@NullMarked
package liveroom.transport.tls;

import org.jspecify.annotations.NullMarked;
