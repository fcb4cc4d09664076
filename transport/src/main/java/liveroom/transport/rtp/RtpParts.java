package liveroom.transport.rtp;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// How an RTP packet is cut into messages. First into pieces; each piece into parts of which each fits a datagram, and
/// over several connections with their parity: of each piece one message may be lost. Each message is an RTP packet
/// itself: 12 bytes with the sequence number, timestamp and SSRC of what was cut; one byte with the part's place in its
/// piece, one with the number of parts in a piece, one with the piece's number, one with that of the last piece; four
/// with the length of what was cut; then the part. The last piece, and of each piece the last part, may be shorter. The
/// parity, whose place is behind the last part, is the exclusive or of all, as if that were filled up with zeros.
///
/// @param packetBytes of what is cut
/// @param pieces 1 to 64
/// @param parts of a piece
/// @param messages of a piece: one more if there is parity
public record RtpParts(int packetBytes, int pieces, int parts, int messages) {
    /// Payload type of a part of a picture.
    public static final int PAYLOAD_TYPE = 97;
    /// What stands before the part itself.
    public static final int HEADER_BYTES = 20;
    /// So much of a packet fits into one datagram. What is no longer is not cut: its parity is a copy.
    static final int DATAGRAM_BYTES = 1100;
    /// Libwebrtc sends no more datagrams than that at once for each message; the next go when something else is sent,
    /// or has been acknowledged.
    private static final int BURST_DATAGRAMS = 4;

    private static final int MOST_PIECES = 64;
    private static final int FIRST_OCTETS = 0x80 << 8 | 0x80 | PAYLOAD_TYPE;

    /// For a packet that goes over so many connections. Over one it is cut so that all of it can leave at once.
    public static RtpParts over(int connections, int packetBytes) {
        if (connections == 1) {
            return new RtpParts(packetBytes, pieces(packetBytes, BURST_DATAGRAMS), 1, 1);
        }
        int parts = packetBytes <= DATAGRAM_BYTES ? 1 : connections - 1;
        return new RtpParts(packetBytes, pieces(packetBytes, parts), parts, parts + 1);
    }

    private static int pieces(int packetBytes, int datagrams) {
        return Math.clamp(Math.ceilDiv(packetBytes, datagrams * DATAGRAM_BYTES), 1, MOST_PIECES);
    }

    /// How many messages there are in all.
    public int count() {
        return pieces * messages;
    }

    /// Length of the longest message.
    public int messageBytes() {
        return HEADER_BYTES + Math.ceilDiv(pieceBytes(), parts);
    }

    private int pieceBytes() {
        return Math.ceilDiv(packetBytes, pieces);
    }

    /// Writes one message. Allocates nothing that outlives it.
    ///
    /// @param packet what is cut: all of the segment
    /// @param number from 0 on: the messages of the first piece, then those of the next
    /// @return how many bytes
    public int write(MemorySegment packet, int number, MemorySegment into) {
        int piece = number / messages;
        int index = number % messages;
        Network.put16(into, 0, FIRST_OCTETS);
        MemorySegment.copy(packet, 2, into, 2, 10);
        Network.put8(into, 12, index);
        Network.put8(into, 13, parts);
        Network.put8(into, 14, piece);
        Network.put8(into, 15, pieces - 1);
        Network.put32(into, 16, packetBytes);
        int from = piece * pieceBytes();
        MemorySegment whole = packet.asSlice(from, Math.min(pieceBytes(), packetBytes - from));
        return HEADER_BYTES + writePart(whole, index, into);
    }

    private int writePart(MemorySegment piece, int index, MemorySegment into) {
        int whole = (int) piece.byteSize();
        int length = Math.ceilDiv(whole, parts);
        if (index == parts) {
            writeParity(piece, into.asSlice(HEADER_BYTES, length));
            return length;
        }
        int from = index * length;
        int bytes = Math.min(length, whole - from);
        MemorySegment.copy(piece, from, into, HEADER_BYTES, bytes);
        return bytes;
    }

    private void writeParity(MemorySegment piece, MemorySegment parity) {
        long length = parity.byteSize();
        MemorySegment.copy(piece, 0, parity, 0, length);
        for (int part = 1; part < parts; part++) {
            long from = part * length;
            add(piece.asSlice(from, Math.min(length, piece.byteSize() - from)), parity);
        }
    }

    /// Adds by exclusive or.
    static void add(MemorySegment part, MemorySegment sum) {
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
