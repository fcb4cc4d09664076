package liveroom.encoder;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.function.IntPredicate;

/// Reads the byte stream format of H.264 (ITU-T H.264, annex B).
public final class AnnexB {
    public static final int SLICE = 1;
    public static final int IDR_SLICE = 5;
    public static final int SEI = 6;
    public static final int SEQUENCE_PARAMETERS = 7;
    public static final int PICTURE_PARAMETERS = 8;
    private static final int TYPE_MASK = 0x1f;
    private static final int START_CODE_BYTES = 3;

    private AnnexB() {}

    /// Shows each NAL unit in order, without its start code, until `visitor` has seen enough.
    public static void units(MemorySegment stream, Visitor visitor) {
        long begin = nextStartCode(stream, 0);
        while (begin < stream.byteSize()) {
            long first = begin + START_CODE_BYTES;
            long next = nextStartCode(stream, first);
            long end = next;
            while (end > first && stream.get(ValueLayout.JAVA_BYTE, end - 1) == 0) {
                end--;
            }
            if (end > first) {
                int type = stream.get(ValueLayout.JAVA_BYTE, first) & TYPE_MASK;
                if (visitor.unit(type, stream.asSlice(first, end - first)) == Reading.ENOUGH) {
                    return;
                }
            }
            begin = next;
        }
    }

    /// The parameter sets of a keyframe in their order, as a byte stream of their own; empty if there are none.
    public static byte[] parameterSets(MemorySegment stream) {
        var sets = new ByteArrayOutputStream();
        units(stream, (type, unit) -> {
            if (type == SEQUENCE_PARAMETERS || type == PICTURE_PARAMETERS) {
                sets.writeBytes(new byte[] {0, 0, 0, 1});
                sets.writeBytes(unit.toArray(ValueLayout.JAVA_BYTE));
            }
            return isSlice(type) ? Reading.ENOUGH : Reading.MORE;
        });
        return sets.toByteArray();
    }

    /// Whether decoding can begin at this access unit: an IDR picture, preceded by both of its parameter sets.
    public static boolean isKeyframe(MemorySegment stream) {
        return has(stream, type -> type == SEQUENCE_PARAMETERS)
                && has(stream, type -> type == PICTURE_PARAMETERS)
                && has(stream, type -> type == IDR_SLICE);
    }

    private static boolean has(MemorySegment stream, IntPredicate wanted) {
        var found = new Object() {
            boolean value;
        };
        units(stream, (type, _) -> {
            found.value |= wanted.test(type);
            return found.value || isSlice(type) ? Reading.ENOUGH : Reading.MORE;
        });
        return found.value;
    }

    private static boolean isSlice(int type) {
        return type >= SLICE && type <= IDR_SLICE;
    }

    private static long nextStartCode(MemorySegment stream, long from) {
        long last = stream.byteSize() - START_CODE_BYTES;
        for (long i = from; i <= last; i++) {
            if (stream.get(ValueLayout.JAVA_BYTE, i + 2) == 1
                    && stream.get(ValueLayout.JAVA_BYTE, i + 1) == 0
                    && stream.get(ValueLayout.JAVA_BYTE, i) == 0) {
                return i;
            }
        }
        return stream.byteSize();
    }

    /// Whether to go on.
    public enum Reading {
        MORE,
        ENOUGH
    }

    /// Sees one NAL unit (ITU-T H.264, table 7-1 for its types).
    @FunctionalInterface
    public interface Visitor {
        Reading unit(int type, MemorySegment unit);
    }
}
