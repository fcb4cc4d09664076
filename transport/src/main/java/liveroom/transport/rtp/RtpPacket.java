package liveroom.transport.rtp;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// An RTP packet that was received, taken apart (RFC 3550 section 5.1, RFC 8285 section 4.2).
///
/// @param captureNtp from the extension `abs-capture-time`
/// @param sendTime from the extension `abs-send-time`, 24 bits
/// @param marking the octet of frame marking; 0 if there is none
/// @param payload within the memory that was read
public record RtpPacket(
        boolean marker,
        int payloadType,
        int sequence,
        int timestamp,
        int ssrc,
        OptionalLong captureNtp,
        OptionalInt sendTime,
        int marking,
        MemorySegment payload) {
    private static final int FIXED_BYTES = 12;
    private static final int INDEPENDENT = 0x20;
    private static final int FIRST_RTCP = 192;
    private static final int LAST_RTCP = 223;

    /// Whether a message is RTCP rather than RTP (RFC 5761 section 4).
    public static boolean isRtcp(MemorySegment message) {
        int second = message.byteSize() < 2 ? 0 : Network.get8(message, 1);
        return second >= FIRST_RTCP && second <= LAST_RTCP;
    }

    /// Whether frame marking says that decoding can begin here.
    public boolean isKeyframe() {
        return (marking & INDEPENDENT) != 0;
    }

    /// Reads a packet; empty if it is none.
    public static Optional<RtpPacket> read(MemorySegment message) {
        long size = message.byteSize();
        if (size < FIXED_BYTES || Network.get8(message, 0) >> 6 != 2) {
            return Optional.empty();
        }
        int first = Network.get8(message, 0);
        long at = FIXED_BYTES + (first & 0xf) * (long) Integer.BYTES;
        Extensions extensions = new Extensions();
        if ((first & 0x10) != 0) {
            if (at + 4 > size) {
                return Optional.empty();
            }
            long end = at + 4 + Network.get16(message, at + 2) * (long) Integer.BYTES;
            if (end > size) {
                return Optional.empty();
            }
            if (Network.get16(message, at) == RtpStream.ONE_BYTE_EXTENSIONS) {
                extensions.read(message, at + 4, end);
            }
            at = end;
        }
        long padding = (first & 0x20) == 0 ? 0 : Network.get8(message, size - 1);
        boolean badPadding = (first & 0x20) != 0 && padding == 0;
        if (badPadding || at + padding > size) {
            return Optional.empty();
        }
        int second = Network.get8(message, 1);
        return Optional.of(new RtpPacket(
                (second & 0x80) != 0,
                second & 0x7f,
                Network.get16(message, 2),
                Network.get32(message, 4),
                Network.get32(message, 8),
                extensions.captureNtp,
                extensions.sendTime,
                extensions.marking,
                message.asSlice(at, size - padding - at)));
    }

    private static final class Extensions {
        private static final int PADDING = 0;
        private static final int STOP = 15;
        private static final int SEND_TIME_BYTES = 3;
        private OptionalLong captureNtp = OptionalLong.empty();
        private OptionalInt sendTime = OptionalInt.empty();
        private int marking;

        void read(MemorySegment message, long from, long end) {
            long at = from;
            while (at < end) {
                int head = Network.get8(message, at++);
                int id = head >> 4;
                int length = (head & 0xf) + 1;
                if (head == PADDING) {
                    continue;
                }
                if (id == STOP || at + length > end) {
                    return;
                }
                if (id == RtpStream.CAPTURE_TIME_ID && length >= Long.BYTES) {
                    captureNtp = OptionalLong.of(Network.get64(message, at));
                } else if (id == RtpStream.SEND_TIME_ID && length >= SEND_TIME_BYTES) {
                    int upper = Network.get8(message, at) << Short.SIZE;
                    sendTime = OptionalInt.of(upper | Network.get16(message, at + 1));
                } else if (id == RtpStream.FRAME_MARKING_ID) {
                    marking = Network.get8(message, at);
                }
                at += length;
            }
        }
    }
}
