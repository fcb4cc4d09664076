package liveroom.transport.rtp;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// Reads and writes numbers in network order.
final class Network {
    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private Network() {}

    static void put8(MemorySegment into, long at, int value) {
        into.set(ValueLayout.JAVA_BYTE, at, (byte) value);
    }

    static void put16(MemorySegment into, long at, int value) {
        into.set(SHORT, at, (short) value);
    }

    static void put32(MemorySegment into, long at, int value) {
        into.set(INT, at, value);
    }

    static void put64(MemorySegment into, long at, long value) {
        into.set(LONG, at, value);
    }

    static int get8(MemorySegment from, long at) {
        return Byte.toUnsignedInt(from.get(ValueLayout.JAVA_BYTE, at));
    }

    static int get16(MemorySegment from, long at) {
        return Short.toUnsignedInt(from.get(SHORT, at));
    }

    static int get32(MemorySegment from, long at) {
        return from.get(INT, at);
    }

    static long get64(MemorySegment from, long at) {
        return from.get(LONG, at);
    }
}
