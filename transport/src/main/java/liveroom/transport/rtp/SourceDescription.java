package liveroom.transport.rtp;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// A source description with a canonical name and nothing else (RFC 3550 section 6.5.1): all streams of one
/// sender have the same.
public final class SourceDescription {
    static final int TYPE = 202;
    private static final int VERSION = 2;
    private static final int CNAME = 1;
    private static final int RANDOM_BYTES = 12;
    private static final int NAME_AT = 10;
    private static final int MAX_NAME_BYTES = 255;

    private final byte[] name;
    private final int bytes;

    public SourceDescription(String name) {
        this.name = name.getBytes(StandardCharsets.UTF_8);
        if (this.name.length > MAX_NAME_BYTES) {
            throw new IllegalArgumentException("a name of " + this.name.length + " bytes");
        }
        // One to four null octets end the list of items, up to a multiple of 32 bits.
        bytes = (NAME_AT + this.name.length) / Integer.BYTES * Integer.BYTES + Integer.BYTES;
    }

    /// With a name of 96 random bits (RFC 7022 section 4.2).
    public static SourceDescription random(RandomGenerator random) {
        byte[] bits = new byte[RANDOM_BYTES];
        random.nextBytes(bits);
        return new SourceDescription(Base64.getEncoder().withoutPadding().encodeToString(bits));
    }

    public int bytes() {
        return bytes;
    }

    /// Writes it at the beginning of `into`.
    ///
    /// @return how many bytes
    public int write(MemorySegment into, int ssrc) {
        into.asSlice(0, bytes).fill((byte) 0);
        Network.put8(into, 0, VERSION << 6 | 1);
        Network.put8(into, 1, TYPE);
        Network.put16(into, 2, bytes / Integer.BYTES - 1);
        Network.put32(into, 4, ssrc);
        Network.put8(into, 8, CNAME);
        Network.put8(into, 9, name.length);
        MemorySegment.copy(MemorySegment.ofArray(name), 0, into, NAME_AT, name.length);
        return bytes;
    }

    /// The canonical name in a source description with one chunk, as this class writes it.
    public static Optional<String> read(MemorySegment packet) {
        if (packet.byteSize() < NAME_AT
                || Network.get8(packet, 0) != (VERSION << 6 | 1)
                || Network.get8(packet, 1) != TYPE
                || (Network.get16(packet, 2) + 1L) * Integer.BYTES > packet.byteSize()
                || Network.get8(packet, 8) != CNAME
                || NAME_AT + Network.get8(packet, 9) > packet.byteSize()) {
            return Optional.empty();
        }
        byte[] name = new byte[Network.get8(packet, 9)];
        MemorySegment.copy(packet, NAME_AT, MemorySegment.ofArray(name), 0, name.length);
        return Optional.of(new String(name, StandardCharsets.UTF_8));
    }
}
