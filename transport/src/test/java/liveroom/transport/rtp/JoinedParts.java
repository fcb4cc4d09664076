package liveroom.transport.rtp;

import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A viewer's way from parts to whole packets, for tests: as soon as enough parts have come the packet is there.
public final class JoinedParts {
    /// Of each packet the pieces, of each piece the parts that have come.
    private final Map<Key, List<Map<Integer, MemorySegment>>> parts = new HashMap<>();

    /// Whether a message is a part.
    public static boolean isPart(MemorySegment message) {
        return message.byteSize() > RtpParts.HEADER_BYTES && (Network.get8(message, 1) & 0x7f) == RtpParts.PAYLOAD_TYPE;
    }

    /// Whether a part is the parity of its piece.
    public static boolean isParity(MemorySegment part) {
        return Network.get8(part, 12) == Network.get8(part, 13);
    }

    private record Key(int ssrc, int timestamp, int sequence) {}

    /// Takes a part. The packet is given once.
    public Optional<MemorySegment> take(MemorySegment message) {
        int index = Network.get8(message, 12);
        int count = Network.get8(message, 13);
        int piece = Network.get8(message, 14);
        int pieces = Network.get8(message, 15) + 1;
        int whole = Network.get32(message, 16);
        Key key = new Key(Network.get32(message, 8), Network.get32(message, 4), Network.get16(message, 2));
        List<Map<Integer, MemorySegment>> come = parts.computeIfAbsent(
                key,
                _ -> Stream.generate(() -> new HashMap<Integer, MemorySegment>())
                        .limit(pieces)
                        .collect(Collectors.toList()));
        Map<Integer, MemorySegment> here = come.get(piece);
        boolean news = here.put(index, message.asSlice(RtpParts.HEADER_BYTES)) == null && here.size() == count;
        return news && come.stream().allMatch(each -> each.size() >= count)
                ? Optional.of(join(come, count, whole))
                : Optional.empty();
    }

    private static MemorySegment join(List<Map<Integer, MemorySegment>> come, int count, int whole) {
        MemorySegment joined = MemorySegment.ofArray(new byte[whole]);
        int longest = Math.ceilDiv(whole, come.size());
        for (int piece = 0; piece < come.size(); piece++) {
            int from = piece * longest;
            int length = Math.min(longest, whole - from);
            MemorySegment.copy(joinPiece(come.get(piece), count, length), 0, joined, from, length);
        }
        return joined;
    }

    private static MemorySegment joinPiece(Map<Integer, MemorySegment> come, int count, int bytes) {
        int length = Math.ceilDiv(bytes, count);
        MemorySegment joined = MemorySegment.ofArray(new byte[length * count]);
        for (int index = 0; index < count; index++) {
            MemorySegment part = come.get(index);
            if (part != null) {
                MemorySegment.copy(part, 0, joined, (long) index * length, part.byteSize());
            } else {
                MemorySegment missing = joined.asSlice((long) index * length, length);
                come.values().forEach(each -> RtpParts.add(each, missing));
            }
        }
        return joined;
    }

    /// The two packets in one of redundant sound, the one before first, without their extensions; or the message
    /// itself if it is none.
    public static List<MemorySegment> split(MemorySegment message) {
        if ((Network.get8(message, 1) & 0x7f) != RedundantSound.PAYLOAD_TYPE) {
            return List.of(message);
        }
        RtpPacket packet = RtpPacket.read(message).orElseThrow();
        MemorySegment payload = packet.payload();
        int block = Network.get32(payload, 0) & 0xff_ffff;
        int length = block & 0x3ff;
        MemorySegment before = plain(packet, -1, block >> 10, payload.asSlice(5, length));
        return List.of(before, plain(packet, 0, 0, payload.asSlice(5L + length)));
    }

    private static MemorySegment plain(RtpPacket packet, int numbersOn, int ticksBefore, MemorySegment payload) {
        MemorySegment plain = MemorySegment.ofArray(new byte[12 + (int) payload.byteSize()]);
        Network.put8(plain, 0, 0x80);
        Network.put8(plain, 1, 0x80 | 111);
        Network.put16(plain, 2, (packet.sequence() + numbersOn) & 0xffff);
        Network.put32(plain, 4, packet.timestamp() - ticksBefore);
        Network.put32(plain, 8, packet.ssrc());
        MemorySegment.copy(payload, 0, plain, 12, payload.byteSize());
        return plain;
    }
}
