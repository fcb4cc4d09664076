package liveroom.encoder;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import liveroom.capture.media.AudioFormat;
import liveroom.capture.media.FrameBuffer;
import org.jspecify.annotations.Nullable;

/// Makes one Opus packet of two (RFC 6716 section 3.2.4, code 2), without touching what was encoded. Nothing but the
/// packets changes: a decoder makes the same sound of it.
public final class OpusPairs {
    /// The first byte's last two bits: how many frames there are, and how long.
    private static final int CODE = 0b11;

    private static final int ONE_FRAME = 0;
    private static final int TWO_FRAMES = 2;
    /// Lengths from here on take two bytes (section 3.2.1).
    private static final int LONG = 252;

    /// The program's blocks are even but for rounding.
    private static final long MOST_GAP_NANOS = 1_000_000;

    private OpusPairs() {}

    /// Joins two packets of one frame each.
    ///
    /// @return a packet that the caller closes; `null` if they do not follow one another, are not of a
    ///     kind, or there is no memory
    public static @Nullable OpusPacket join(OpusPacket first, OpusPacket second, PacketPool pool) {
        int kind = octet(first);
        long gapNanos = second.ptsNanos() - first.ptsNanos() - AudioFormat.framesToNanos(first.frames());
        boolean follows = Math.abs(gapNanos) < MOST_GAP_NANOS;
        if (!follows || kind != octet(second) || (kind & CODE) != ONE_FRAME) {
            return null;
        }
        int firstBytes = first.bytes() - 1;
        int head = firstBytes < LONG ? 2 : 3;
        int bytes = head + firstBytes + second.bytes() - 1;
        FrameBuffer buffer = pool.tryLend(bytes);
        if (buffer == null) {
            return null;
        }
        MemorySegment into = buffer.memory();
        put(into, 0, kind | TWO_FRAMES);
        if (firstBytes < LONG) {
            put(into, 1, firstBytes);
        } else {
            put(into, 1, LONG + (firstBytes & CODE));
            put(into, 2, (firstBytes - LONG) >> 2);
        }
        MemorySegment.copy(first.payload(), 1, into, head, firstBytes);
        MemorySegment.copy(second.payload(), 1, into, head + firstBytes, second.bytes() - 1);
        return new OpusPacket(first.frames() + second.frames(), first.ptsNanos(), first.timing(), bytes, buffer);
    }

    private static int octet(OpusPacket packet) {
        return packet.bytes() == 0 ? -1 : packet.payload().get(ValueLayout.JAVA_BYTE, 0) & 0xff;
    }

    private static void put(MemorySegment into, long at, int value) {
        into.set(ValueLayout.JAVA_BYTE, at, (byte) value);
    }
}
