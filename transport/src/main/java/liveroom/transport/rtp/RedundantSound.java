package liveroom.transport.rtp;

import java.lang.foreign.MemorySegment;

/// A packet of sound that carries the one before it as well (RFC 2198), so that one of the two may be lost. The
/// header is the packet's own, but for the payload type; then four bytes about the one before, one about the packet,
/// the payload before, the payload.
public final class RedundantSound {
    /// Payload type.
    public static final int PAYLOAD_TYPE = 112;

    private static final int BLOCK_HEADERS = 5;
    private static final int FOLLOWED = 0x80;
    private static final int MOST_OFFSET = (1 << 14) - 1;
    private static final int MOST_LENGTH = (1 << 10) - 1;
    private static final int HEADER = RtpStream.HEADER_BYTES;

    private RedundantSound() {}

    /// How many bytes are written for two packets as [RtpStream] makes them; 0 if they cannot be put together: one
    /// does not follow the other, or the one before is too long.
    public static int bytes(MemorySegment before, MemorySegment packet) {
        long length = before.byteSize() - HEADER;
        int step = (Network.get16(packet, 2) - Network.get16(before, 2)) & 0xffff;
        int offset = offset(before, packet);
        boolean fits = step == 1 && length <= MOST_LENGTH && offset > 0 && offset <= MOST_OFFSET;
        return fits ? (int) (packet.byteSize() + BLOCK_HEADERS + length) : 0;
    }

    /// Writes what [#bytes(MemorySegment, MemorySegment)] has measured.
    public static void write(MemorySegment before, MemorySegment packet, MemorySegment into) {
        long length = before.byteSize() - HEADER;
        int type = Network.get8(packet, 1);
        MemorySegment.copy(packet, 0, into, 0, HEADER);
        Network.put8(into, 1, (type & FOLLOWED) | PAYLOAD_TYPE);
        Network.put8(into, HEADER, FOLLOWED | (type & 0x7f));
        int block = offset(before, packet) << 10 | (int) length;
        Network.put8(into, HEADER + 1, block >> 16 & 0xff);
        Network.put16(into, HEADER + 2, block & 0xffff);
        Network.put8(into, HEADER + 4, type & 0x7f);
        long at = HEADER + (long) BLOCK_HEADERS;
        MemorySegment.copy(before, HEADER, into, at, length);
        MemorySegment.copy(packet, HEADER, into, at + length, packet.byteSize() - HEADER);
    }

    private static int offset(MemorySegment before, MemorySegment packet) {
        return Network.get32(packet, 4) - Network.get32(before, 4);
    }
}
