package liveroom.bench.fanout;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import liveroom.transport.rtp.RtpParts;
import org.jspecify.annotations.Nullable;

/// Tells when a picture that comes in parts over several connections could be put together, and how it begins. A crowd
/// looks at the beginning alone, so that nothing else is put together. Not safe for use by several threads.
final class PartHeads {
    /// The fixed header and the extensions.
    private static final int HEAD_BYTES = 48;
    private static final int MOST_PARTS = 3;
    private static final int MOST_UNITS = 256;

    private final Map<Long, Unit> units = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Unit> eldest) {
            return size() > MOST_UNITS;
        }
    };

    private static final class Unit {
        private final byte[] first = new byte[HEAD_BYTES];
        /// The exclusive or of all that has come: without the first part, of all others, it is that.
        private final byte[] sum = new byte[HEAD_BYTES];
        private int come;
        private boolean whole;
    }

    /// Takes a part.
    ///
    /// @return the beginning of the packet, once: when enough of its parts have come
    @Nullable
    ByteBuffer take(ByteBuffer part) {
        int at = part.position();
        int bytes = part.remaining() - RtpParts.HEADER_BYTES;
        if (bytes <= 0) {
            return null;
        }
        int index = part.get(at + 12);
        int count = part.get(at + 13);
        if (count < 1 || count > MOST_PARTS || index < 0 || index > count) {
            return null;
        }
        long key = (part.getInt(at + 8) & 0xffff_ffffL) << Short.SIZE | (part.getShort(at + 2) & 0xffff);
        Unit unit = units.computeIfAbsent(key, _ -> new Unit());
        if (unit.whole || (unit.come >> index & 1) != 0) {
            return null;
        }
        for (int i = 0; i < Math.min(HEAD_BYTES, bytes); i++) {
            byte value = part.get(at + RtpParts.HEADER_BYTES + i);
            unit.sum[i] ^= value;
            unit.first[i] = index == 0 ? value : unit.first[i];
        }
        unit.come |= 1 << index;
        if (Integer.bitCount(unit.come) < count) {
            return null;
        }
        unit.whole = true;
        int length = Math.clamp(part.getInt(at + 16), 0, HEAD_BYTES);
        return ByteBuffer.wrap((unit.come & 1) != 0 ? unit.first : unit.sum, 0, length);
    }
}
