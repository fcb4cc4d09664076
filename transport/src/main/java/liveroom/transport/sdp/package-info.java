/// Session descriptions (RFC 8866, RFC 9429): what strangers send is checked here before the native library sees it.
@NullMarked
package liveroom.transport.sdp;

import org.jspecify.annotations.NullMarked;
