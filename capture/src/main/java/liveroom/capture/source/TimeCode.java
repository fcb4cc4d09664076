package liveroom.capture.source;

import java.lang.foreign.MemorySegment;
import liveroom.capture.media.VideoFormat;

/// The time of a picture as a row of [#CELLS] black and white cells of equal width, for machines to read after any
/// encoder: one white, one black, then [#BITS] bits of the studio clock's milliseconds, rounded down, the highest
/// first, white being 1. It begins anew every [#PERIOD_MILLIS].
public final class TimeCode {
    public static final int BITS = 12;
    public static final int CELLS = BITS + 2;
    public static final int PERIOD_MILLIS = 1 << BITS;
    private static final double LEFT = 0.05;
    private static final double WIDTH = 0.90;
    private static final double TOP = 0.965;
    private static final double BOTTOM = 0.995;
    private static final byte WHITE = (byte) 235;
    private static final byte BLACK = 16;
    private static final byte NO_COLOUR = (byte) 128;

    private final VideoFormat format;

    TimeCode(VideoFormat format) {
        this.format = format;
    }

    void draw(long nanos, MemorySegment target) {
        int code = (int) Math.floorMod(Math.floorDiv(nanos, 1_000_000L), (long) PERIOD_MILLIS);
        int bits = 1 << (CELLS - 1) | code;
        int top = TestCard.span(TOP, format.height());
        int bottom = TestCard.span(BOTTOM, format.height());
        for (int cell = 0; cell < CELLS; cell++) {
            int left = edge(cell);
            byte luma = (bits >> (CELLS - 1 - cell) & 1) == 1 ? WHITE : BLACK;
            for (int y = top; y < bottom; y++) {
                fill(target, (long) y * format.width() + left, edge(cell + 1) - left, luma);
            }
        }
        for (int plane = 0; plane < 2; plane++) {
            long begin = format.lumaBytes() + (long) plane * format.chromaBytes();
            for (int y = top / 2; y < bottom / 2; y++) {
                fill(
                        target,
                        begin + (long) y * format.width() / 2 + edge(0) / 2,
                        (edge(CELLS) - edge(0)) / 2,
                        NO_COLOUR);
            }
        }
    }

    private int edge(int cell) {
        return TestCard.span(LEFT + WIDTH * cell / CELLS, format.width());
    }

    private static void fill(MemorySegment target, long from, int bytes, byte value) {
        target.asSlice(from, bytes).fill(value);
    }
}
