package liveroom.transport.rtp;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Cuts an RTP packet into parts of equal length and adds their parity, so that one part may be lost: any `parts` of
/// the `parts + 1` messages make the packet again. Each message is an RTP packet itself: 12 bytes with the sequence
/// number, timestamp and SSRC of what was cut; then one byte with the part's place, one with the number of parts, two
/// of zero, four with the length of what was cut; then the part. The last part may be shorter; the parity, whose place
/// is behind the last, is the exclusive or of all, as if that were filled up with zeros. Allocates nothing.
public final class RtpParts {
    /// Payload type of a part of a picture.
    public static final int PAYLOAD_TYPE = 97;
    /// What stands before the part itself.
    public static final int HEADER_BYTES = 20;
    /// What fits into one datagram is not cut: its parity is a copy.
    public static final int UNCUT_BYTES = 1100;

    private static final int FIRST_OCTETS = 0x80 << 8 | 0x80 | PAYLOAD_TYPE;

    private RtpParts() {}

    /// Into how many parts a packet is cut, without the parity.
    ///
    /// @param connections over which they will go, at least 2
    public static int count(int packetBytes, int connections) {
        return packetBytes <= UNCUT_BYTES ? 1 : connections - 1;
    }

    /// Length of the longest part, and of the parity, without its header.
    public static int partBytes(int packetBytes, int parts) {
        return (packetBytes + parts - 1) / parts;
    }

    /// Writes one message.
    ///
    /// @param packet what is cut: all of the segment
    /// @param index 0 to `parts`; `parts` is the parity
    /// @return how many bytes
    public static int write(MemorySegment packet, int index, int parts, MemorySegment into) {
        int whole = (int) packet.byteSize();
        int length = partBytes(whole, parts);
        Network.put16(into, 0, FIRST_OCTETS);
        MemorySegment.copy(packet, 2, into, 2, 10);
        Network.put8(into, 12, index);
        Network.put8(into, 13, parts);
        Network.put16(into, 14, 0);
        Network.put32(into, 16, whole);
        MemorySegment part = into.asSlice(HEADER_BYTES, length);
        if (index == parts) {
            writeParity(packet, parts, part);
            return HEADER_BYTES + length;
        }
        int from = index * length;
        int bytes = Math.min(length, whole - from);
        MemorySegment.copy(packet, from, part, 0, bytes);
        return HEADER_BYTES + bytes;
    }

    private static void writeParity(MemorySegment packet, int parts, MemorySegment parity) {
        long length = parity.byteSize();
        MemorySegment.copy(packet, 0, parity, 0, length);
        for (int part = 1; part < parts; part++) {
            long from = part * length;
            add(packet.asSlice(from, Math.min(length, packet.byteSize() - from)), parity);
        }
    }

    /// Adds by exclusive or.
    public static void add(MemorySegment part, MemorySegment sum) {
        long size = part.byteSize();
        long words = size - size % Long.BYTES;
        for (long at = 0; at < words; at += Long.BYTES) {
            long word = sum.get(ValueLayout.JAVA_LONG_UNALIGNED, at) ^ part.get(ValueLayout.JAVA_LONG_UNALIGNED, at);
            sum.set(ValueLayout.JAVA_LONG_UNALIGNED, at, word);
        }
        for (long at = words; at < size; at++) {
            Network.put8(sum, at, Network.get8(sum, at) ^ Network.get8(part, at));
        }
    }
}
