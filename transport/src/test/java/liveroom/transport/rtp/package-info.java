/// Tests of RTP and RTCP.
@NullMarked
package liveroom.transport.rtp;

import org.jspecify.annotations.NullMarked;
