/// RTP and RTCP (RFC 3550) as the shared lane uses them: what is sent is written into memory outside the heap.
@NullMarked
package liveroom.transport.rtp;

import org.jspecify.annotations.NullMarked;
