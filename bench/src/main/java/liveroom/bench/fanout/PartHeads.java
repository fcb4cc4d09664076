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

    /// A picture that is under way.
    private static final class Unit {
        private final byte[] first = new byte[HEAD_BYTES];
        /// The exclusive or of all that has come of the first piece: without the first part, of all others, it is that.
        private final byte[] sum = new byte[HEAD_BYTES];
        /// Of each piece the parts that have come, a bit for each.
        private final int[] come;
        private int missing;

        Unit(int pieces) {
            come = new int[pieces];
            missing = pieces;
        }

        void note(ByteBuffer part, int index) {
            int at = part.position() + RtpParts.HEADER_BYTES;
            for (int i = 0; i < Math.min(HEAD_BYTES, part.limit() - at); i++) {
                byte value = part.get(at + i);
                sum[i] ^= value;
                first[i] = index == 0 ? value : first[i];
            }
        }

        ByteBuffer head(int length) {
            return ByteBuffer.wrap((come[0] & 1) != 0 ? first : sum, 0, Math.clamp(length, 0, HEAD_BYTES));
        }
    }

    /// Takes a part.
    ///
    /// @return the beginning of the packet, once: when enough of the parts of all its pieces have come
    @Nullable
    ByteBuffer take(ByteBuffer part) {
        int at = part.position();
        if (part.remaining() <= RtpParts.HEADER_BYTES) {
            return null;
        }
        int index = part.get(at + 12);
        int count = part.get(at + 13);
        int piece = part.get(at + 14);
        int last = part.get(at + 15);
        if (count < 1 || count > MOST_PARTS || index < 0 || index > count || piece < 0 || piece > last) {
            return null;
        }
        long key = (part.getInt(at + 8) & 0xffff_ffffL) << Short.SIZE | (part.getShort(at + 2) & 0xffff);
        Unit unit = units.computeIfAbsent(key, _ -> new Unit(last + 1));
        if (unit.come.length != last + 1
                || Integer.bitCount(unit.come[piece]) == count
                || (unit.come[piece] >> index & 1) != 0) {
            return null;
        }
        if (piece == 0) {
            unit.note(part, index);
        }
        unit.come[piece] |= 1 << index;
        unit.missing -= Integer.bitCount(unit.come[piece]) == count ? 1 : 0;
        return unit.missing > 0 ? null : unit.head(part.getInt(at + 16));
    }
}
