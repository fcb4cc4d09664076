package liveroom.encoder;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import liveroom.capture.media.AudioFormat;
import liveroom.capture.media.FrameBuffer;
import org.jspecify.annotations.Nullable;

/// Makes one Opus packet of several (RFC 6716 section 3.2.5, code 3 with frames of any length), without touching what
/// was encoded. Nothing but the packets changes: a decoder makes the same sound of it.
public final class OpusFrames {
    /// The most that a packet may hold (section 3.2.5): 120 ms.
    private static final int MOST_FRAMES = 120 * AudioFormat.SAMPLE_RATE_HZ / 1000;

    /// The first byte's last two bits: how many frames there are, and how long.
    private static final int CODE = 0b11;

    private static final int ONE_FRAME = 0;
    private static final int COUNTED_FRAMES = 3;
    private static final int DIFFERENT_LENGTHS = 0x80;
    /// Lengths from here on take two bytes (section 3.2.1).
    private static final int LONG = 252;

    /// The program's blocks are even but for rounding.
    private static final long MOST_GAP_NANOS = 1_000_000;

    private OpusFrames() {}

    /// Joins packets of one frame each, in order.
    ///
    /// @return a packet that the caller closes; `null` if they do not follow one another, are not of a
    ///     kind, are too many for a packet or none, or there is no memory
    public static @Nullable OpusPacket join(List<OpusPacket> packets, PacketPool pool) {
        if (!areJoinable(packets)) {
            return null;
        }
        OpusPacket first = packets.getFirst();
        int bytes = joinedBytes(packets);
        FrameBuffer buffer = pool.tryLend(bytes);
        if (buffer == null) {
            return null;
        }
        MemorySegment into = buffer.memory();
        put(into, 0, octet(first) | COUNTED_FRAMES);
        put(into, 1, DIFFERENT_LENGTHS | packets.size());
        int at = 2;
        for (int i = 0; i < packets.size() - 1; i++) {
            at = putLength(into, at, packets.get(i).bytes() - 1);
        }
        int frames = 0;
        for (int i = 0; i < packets.size(); i++) {
            OpusPacket packet = packets.get(i);
            MemorySegment.copy(packet.payload(), 1, into, at, packet.bytes() - 1);
            at += packet.bytes() - 1;
            frames += packet.frames();
        }
        return new OpusPacket(frames, first.ptsNanos(), first.timing(), bytes, buffer);
    }

    private static boolean areJoinable(List<OpusPacket> packets) {
        int frames = 0;
        for (int i = 0; i < packets.size(); i++) {
            OpusPacket packet = packets.get(i);
            int kind = octet(packet);
            frames += packet.frames();
            if (kind != octet(packets.getFirst()) || (kind & CODE) != ONE_FRAME) {
                return false;
            }
            if (i > 0 && !follows(packets.get(i - 1), packet)) {
                return false;
            }
        }
        return frames > 0 && frames <= MOST_FRAMES;
    }

    private static boolean follows(OpusPacket before, OpusPacket packet) {
        long gapNanos = packet.ptsNanos() - before.ptsNanos() - AudioFormat.framesToNanos(before.frames());
        return Math.abs(gapNanos) < MOST_GAP_NANOS;
    }

    private static int joinedBytes(List<OpusPacket> packets) {
        int bytes = 2;
        for (int i = 0; i < packets.size(); i++) {
            int frame = packets.get(i).bytes() - 1;
            boolean last = i == packets.size() - 1;
            bytes += frame + (last ? 0 : lengthBytes(frame));
        }
        return bytes;
    }

    private static int lengthBytes(int frameBytes) {
        return frameBytes < LONG ? 1 : 2;
    }

    private static int putLength(MemorySegment into, int at, int frameBytes) {
        if (frameBytes < LONG) {
            put(into, at, frameBytes);
        } else {
            put(into, at, LONG + (frameBytes & CODE));
            put(into, at + 1, (frameBytes - LONG) >> 2);
        }
        return at + lengthBytes(frameBytes);
    }

    private static int octet(OpusPacket packet) {
        return packet.bytes() == 0 ? -1 : packet.payload().get(ValueLayout.JAVA_BYTE, 0) & 0xff;
    }

    private static void put(MemorySegment into, long at, int value) {
        into.set(ValueLayout.JAVA_BYTE, at, (byte) value);
    }
}
