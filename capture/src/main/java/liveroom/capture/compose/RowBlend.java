package liveroom.capture.compose;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Blends parts of rows: eight pixels at a time where all show as much of what is behind, else one
/// by one.
///
/// Four pixels fit in a `long` with room for their products; one multiplication serves all four.
/// Sums never carry over, since no value of an overlay exceeds its alpha. Confined to one thread.
final class RowBlend {
    /// The opacity of what is not faded.
    static final int FULL = 256;

    private static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;
    private static final ValueLayout.OfLong NATIVE_EIGHT =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long FOUR = 0x00ff_00ff_00ff_00ffL;
    private static final long HALVES = 0x0080_0080_0080_0080L;
    private static final long CLEAR = -1;
    private static final int LONG = Long.BYTES;
    private static final int PIECE = 4096;

    private MemorySegment pixels = MemorySegment.NULL;
    private byte[] values = new byte[0];
    private byte[] inverse = new byte[0];
    private int opacity = FULL;

    /// What is drawn into.
    void aim(MemorySegment target) {
        pixels = target;
    }

    /// What is drawn: a plane, multiplied by alpha, 255 less its alpha, and its opacity up to [#FULL].
    void take(byte[] planeValues, byte[] planeInverse, int planeOpacity) {
        values = planeValues;
        inverse = planeInverse;
        opacity = planeOpacity;
    }

    /// Draws `count` pixels of the plane, from `at` on, over those at `to`.
    ///
    /// @param through as in [Mask#through]
    void draw(long to, int at, int count, int through) {
        if (opacity != FULL) {
            if (through == Mask.MIXED) {
                faded(to, at, count);
            } else {
                evenlyFaded(to, at, count, through);
            }
        } else if (through == 0) {
            MemorySegment.copy(values, at, pixels, BYTE, to, count);
        } else if (through == Mask.MIXED) {
            mixed(to, at, count);
        } else {
            evenly(to, at, count, through);
        }
    }

    private void mixed(long to, int at, int count) {
        MemorySegment target = pixels;
        byte[] front = values;
        byte[] shown = inverse;
        int i = 0;
        for (; i <= count - LONG; i += LONG) {
            long through = (long) EIGHT.get(shown, at + i);
            if (through == 0) {
                target.set(NATIVE_EIGHT, to + i, (long) EIGHT.get(front, at + i));
            } else if (through != CLEAR) {
                long eight = target.get(NATIVE_EIGHT, to + i);
                boolean even = through == Long.rotateLeft(through, Byte.SIZE);
                long behind = even ? evenTimes(eight, through & 0xff) : times(eight, through);
                target.set(NATIVE_EIGHT, to + i, (long) EIGHT.get(front, at + i) + behind);
            }
        }
        mixedSingly(to + i, at + i, count - i);
    }

    private void mixedSingly(long to, int at, int count) {
        MemorySegment target = pixels;
        byte[] front = values;
        byte[] shown = inverse;
        for (int i = 0; i < count; i++) {
            int behind = (target.get(BYTE, to + i) & 0xff) * (shown[at + i] & 0xff) + 128;
            target.set(BYTE, to + i, (byte) (front[at + i] + ((behind + (behind >> 8)) >> 8)));
        }
    }

    private void evenly(long to, int at, int count, int through) {
        MemorySegment target = pixels;
        byte[] front = values;
        int i = 0;
        for (; i <= count - LONG; i += LONG) {
            long behind = evenTimes(target.get(NATIVE_EIGHT, to + i), through);
            target.set(NATIVE_EIGHT, to + i, (long) EIGHT.get(front, at + i) + behind);
        }
        mixedSingly(to + i, at + i, count - i);
    }

    private void faded(long to, int at, int count) {
        for (int i = 0; i < count; i++) {
            int left = fadedInverse(inverse[at + i] & 0xff);
            int behind = (pixels.get(BYTE, to + i) & 0xff) * left + 128;
            int front = ((values[at + i] & 0xff) * opacity + 128) >> 8;
            pixels.set(BYTE, to + i, (byte) (front + ((behind + (behind >> 8)) >> 8)));
        }
    }

    private void evenlyFaded(long to, int at, int count, int through) {
        int left = fadedInverse(through);
        int i = 0;
        for (; i <= count - LONG; i += LONG) {
            long behind = evenTimes(pixels.get(NATIVE_EIGHT, to + i), left);
            pixels.set(NATIVE_EIGHT, to + i, share((long) EIGHT.get(values, at + i), opacity) + behind);
        }
        faded(to + i, at + i, count - i);
    }

    private int fadedInverse(int through) {
        return 255 - (((255 - through) * opacity + 128) >> 8);
    }

    /// Mixes `weight` out of [#FULL] of another picture of the same size into this one.
    ///
    /// In pieces: the virtual machine compiles what is called often, and the first picture of a fade is too late.
    void mix(MemorySegment other, long count, int weight) {
        for (long from = 0; from < count; from += PIECE) {
            mix(other, from, Math.min(count, from + PIECE), weight);
        }
    }

    private void mix(MemorySegment other, long from, long to, int weight) {
        long i = from;
        for (; i <= to - LONG; i += LONG) {
            long a = pixels.get(NATIVE_EIGHT, i);
            long b = other.get(NATIVE_EIGHT, i);
            long even = (a & FOUR) * (FULL - weight) + (b & FOUR) * weight + HALVES;
            long odd = ((a >>> 8) & FOUR) * (FULL - weight) + ((b >>> 8) & FOUR) * weight + HALVES;
            pixels.set(NATIVE_EIGHT, i, ((even >>> 8) & FOUR) | (odd & ~FOUR));
        }
        for (; i < to; i++) {
            int a = pixels.get(BYTE, i) & 0xff;
            int b = other.get(BYTE, i) & 0xff;
            pixels.set(BYTE, i, (byte) ((a * (FULL - weight) + b * weight + 128) >> 8));
        }
    }

    /// Eight pixels times `factor` out of 255, rounded as one pixel is.
    private static long evenTimes(long eight, long factor) {
        return rounded((eight & FOUR) * factor, ((eight >>> 8) & FOUR) * factor);
    }

    /// Eight pixels times eight factors out of 255.
    private static long times(long eight, long factors) {
        long even = product(eight, factors, 0)
                | (product(eight, factors, 16) << 16)
                | (product(eight, factors, 32) << 32)
                | (product(eight, factors, 48) << 48);
        long odd = product(eight, factors, 8)
                | (product(eight, factors, 24) << 16)
                | (product(eight, factors, 40) << 32)
                | (product(eight, factors, 56) << 48);
        return rounded(even, odd);
    }

    private static long product(long eight, long factors, int shift) {
        return ((eight >>> shift) & 0xff) * ((factors >>> shift) & 0xff);
    }

    /// Eight products out of 255 as pixels.
    private static long rounded(long even, long odd) {
        long a = even + HALVES;
        long b = odd + HALVES;
        return (((a + ((a >>> 8) & FOUR)) >>> 8) & FOUR) | ((b + ((b >>> 8) & FOUR)) & ~FOUR);
    }

    /// Eight pixels times `factor` out of 256.
    private static long share(long eight, long factor) {
        long even = (eight & FOUR) * factor + HALVES;
        long odd = ((eight >>> 8) & FOUR) * factor + HALVES;
        return ((even >>> 8) & FOUR) | (odd & ~FOUR);
    }
}
