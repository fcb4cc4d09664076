package liveroom.capture.compose;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Blends one row of a plane: eight pixels at a time where all eight show as much of what is
/// behind, else one by one.
///
/// Four pixels fit in a `long` with room for their products; one multiplication serves all four.
/// Sums never carry over, since no value of an overlay exceeds its alpha.
///
/// It works in memory of its own, where a row is loaded before and stored from after. Confined to
/// one thread.
final class RowBlend {
    /// The opacity of what is not faded.
    static final int FULL = 256;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long FOUR = 0x00ff_00ff_00ff_00ffL;
    private static final long HALVES = 0x0080_0080_0080_0080L;
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final int LONG = Long.BYTES;

    private final byte[] row;
    private final byte[] other;

    /// @param width of the longest row
    RowBlend(int width) {
        row = new byte[width];
        other = new byte[width];
    }

    void load(MemorySegment pixels, long from, int count) {
        MemorySegment.copy(pixels, ValueLayout.JAVA_BYTE, from, row, 0, count);
    }

    /// The row that is mixed into the first.
    void loadOther(MemorySegment pixels, long from, int count) {
        MemorySegment.copy(pixels, ValueLayout.JAVA_BYTE, from, other, 0, count);
    }

    void store(MemorySegment pixels, long to, int count) {
        MemorySegment.copy(row, 0, pixels, ValueLayout.JAVA_BYTE, to, count);
    }

    /// Puts an overlay over the row.
    ///
    /// @param at of the first pixel in `values` and `inverse`; in the row it is the first
    void over(byte[] values, byte[] inverse, int at, int count) {
        int i = 0;
        for (; i <= count - LONG; i += LONG) {
            long through = (long) EIGHT.get(inverse, at + i);
            if (through == 0) {
                EIGHT.set(row, i, (long) EIGHT.get(values, at + i));
            } else if (through == (through & 0xff) * ONES) {
                long behind = times((long) EIGHT.get(row, i), through & 0xff);
                EIGHT.set(row, i, (long) EIGHT.get(values, at + i) + behind);
            } else {
                overSingly(values, inverse, at, i, i + LONG);
            }
        }
        overSingly(values, inverse, at, i, count);
    }

    private void overSingly(byte[] values, byte[] inverse, int at, int from, int to) {
        for (int i = from; i < to; i++) {
            int behind = (row[i] & 0xff) * (inverse[at + i] & 0xff) + 128;
            row[i] = (byte) (values[at + i] + ((behind + (behind >> 8)) >> 8));
        }
    }

    /// Likewise, with the overlay's opacity between 0 and [#FULL].
    void faded(byte[] values, byte[] inverse, int at, int count, int opacity) {
        int i = 0;
        for (; i <= count - LONG; i += LONG) {
            long through = (long) EIGHT.get(inverse, at + i);
            if (through == (through & 0xff) * ONES) {
                long behind = times((long) EIGHT.get(row, i), fadedInverse((int) (through & 0xff), opacity));
                EIGHT.set(row, i, share((long) EIGHT.get(values, at + i), opacity) + behind);
            } else {
                for (int k = i; k < i + LONG; k++) {
                    row[k] = (byte) fadedPixel(row[k] & 0xff, values[at + k] & 0xff, inverse[at + k] & 0xff, opacity);
                }
            }
        }
        for (; i < count; i++) {
            row[i] = (byte) fadedPixel(row[i] & 0xff, values[at + i] & 0xff, inverse[at + i] & 0xff, opacity);
        }
    }

    private static int fadedPixel(int behind, int value, int inverse, int opacity) {
        int share = behind * fadedInverse(inverse, opacity) + 128;
        return ((value * opacity + 128) >> 8) + ((share + (share >> 8)) >> 8);
    }

    private static int fadedInverse(int inverse, int opacity) {
        return 255 - (((255 - inverse) * opacity + 128) >> 8);
    }

    /// Mixes `weight` of the other row into the row, [#FULL] of it in place of the row.
    void mix(int count, int weight) {
        int i = 0;
        for (; i <= count - LONG; i += LONG) {
            long a = (long) EIGHT.get(row, i);
            long b = (long) EIGHT.get(other, i);
            long even = (a & FOUR) * (FULL - weight) + (b & FOUR) * weight + HALVES;
            long odd = ((a >>> 8) & FOUR) * (FULL - weight) + ((b >>> 8) & FOUR) * weight + HALVES;
            EIGHT.set(row, i, ((even >>> 8) & FOUR) | (odd & ~FOUR));
        }
        for (; i < count; i++) {
            row[i] = (byte) (((row[i] & 0xff) * (FULL - weight) + (other[i] & 0xff) * weight + 128) >> 8);
        }
    }

    /// Eight pixels times `factor` out of 255, rounded as one pixel is.
    private static long times(long pixels, long factor) {
        long even = (pixels & FOUR) * factor + HALVES;
        long odd = ((pixels >>> 8) & FOUR) * factor + HALVES;
        long evenShare = ((even + ((even >>> 8) & FOUR)) >>> 8) & FOUR;
        long oddShare = (odd + ((odd >>> 8) & FOUR)) & ~FOUR;
        return evenShare | oddShare;
    }

    /// Eight pixels times `factor` out of 256.
    private static long share(long pixels, long factor) {
        long even = (pixels & FOUR) * factor + HALVES;
        long odd = ((pixels >>> 8) & FOUR) * factor + HALVES;
        return ((even >>> 8) & FOUR) | (odd & ~FOUR);
    }
}
