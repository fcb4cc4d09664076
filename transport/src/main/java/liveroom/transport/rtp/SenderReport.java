package liveroom.transport.rtp;

import java.lang.foreign.MemorySegment;
import java.util.Optional;

/// A sender report (RFC 3550 section 6.4.1): which RTP timestamp belongs to which NTP time.
///
/// @param ntp a moment on the sender's wall clock
/// @param timestamp what was captured at that moment has this RTP timestamp
/// @param packets sent since the stream began, modulo 2^32
/// @param octets of payload in them, modulo 2^32
public record SenderReport(int ssrc, long ntp, int timestamp, int packets, int octets) {
    /// Without reception report blocks.
    public static final int BYTES = 28;

    static final int TYPE = 200;
    private static final int VERSION = 2;

    static int write(MemorySegment into, int ssrc, long ntp, int timestamp, int packets, int octets) {
        Network.put8(into, 0, VERSION << 6);
        Network.put8(into, 1, TYPE);
        Network.put16(into, 2, BYTES / Integer.BYTES - 1);
        Network.put32(into, 4, ssrc);
        Network.put64(into, 8, ntp);
        Network.put32(into, 16, timestamp);
        Network.put32(into, 20, packets);
        Network.put32(into, 24, octets);
        return BYTES;
    }

    /// Reads the sender report that a compound packet begins with.
    public static Optional<SenderReport> read(MemorySegment compound) {
        if (compound.byteSize() < BYTES
                || Network.get8(compound, 0) >> 6 != VERSION
                || Network.get8(compound, 1) != TYPE
                || (Network.get16(compound, 2) + 1L) * Integer.BYTES > compound.byteSize()) {
            return Optional.empty();
        }
        return Optional.of(new SenderReport(
                Network.get32(compound, 4),
                Network.get64(compound, 8),
                Network.get32(compound, 16),
                Network.get32(compound, 20),
                Network.get32(compound, 24)));
    }
}
