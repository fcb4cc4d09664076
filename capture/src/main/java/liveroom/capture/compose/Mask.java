package liveroom.capture.compose;

import java.util.Arrays;

/// How much of what is behind shows through each pixel of a plane, and for each row the runs that
/// must be drawn: those of one alpha, of which opaque ones are just copied, and mixed ones. What is in
/// no run is transparent.
///
/// One writer, before it is handed on; then free-threaded.
final class Mask {
    /// A shorter run is not worth leaving the one beside it.
    private static final int SHORTEST_RUN = 24;
    /// What [#through] says of a run whose pixels differ.
    static final int MIXED = -1;
    /// Numbers that describe one run.
    static final int RUN = 3;

    private static final int OPAQUE = 0;
    private static final byte CLEAR = (byte) 255;

    final int width;
    final int height;
    /// 255 less alpha, row by row.
    final byte[] inverse;

    private final int[] firstOfRow;
    private int[] runs = new int[64 * RUN];
    private int used;
    private int opaqueFrom;

    /// A transparent one.
    Mask(int width, int height) {
        this.width = width;
        this.height = height;
        this.inverse = new byte[width * height];
        this.firstOfRow = new int[height + 1];
        this.opaqueFrom = width;
        Arrays.fill(inverse, CLEAR);
    }

    /// Finds the runs, once the pixels are there. Allocates only when there are more than ever before.
    void classify() {
        used = 0;
        opaqueFrom = 0;
        for (int row = 0; row < height; row++) {
            firstOfRow[row] = used;
            classify(row * width, (row + 1) * width);
        }
        firstOfRow[height] = used;
    }

    private void classify(int start, int end) {
        int at = start;
        while (at < end) {
            int same = sameEnd(at, end);
            if (inverse[at] == CLEAR) {
                at = same;
            } else if (same - at >= SHORTEST_RUN) {
                add(at - start, same - start, inverse[at] & 0xff);
                at = same;
            } else {
                int mixedEnd = mixedEnd(at, end);
                add(at - start, mixedEnd - start, MIXED);
                at = mixedEnd;
            }
        }
        int opaque = end;
        while (opaque > start && inverse[opaque - 1] == OPAQUE) {
            opaque--;
        }
        opaqueFrom = Math.max(opaqueFrom, opaque - start);
    }

    private int mixedEnd(int at, int end) {
        int reached = at;
        while (reached < end) {
            int same = sameEnd(reached, end);
            if (same - reached >= SHORTEST_RUN) {
                break;
            }
            reached = same;
        }
        return reached;
    }

    private int sameEnd(int at, int end) {
        byte value = inverse[at];
        int reached = at + 1;
        while (reached < end && inverse[reached] == value) {
            reached++;
        }
        return reached;
    }

    private void add(int begin, int end, int through) {
        if (used + RUN > runs.length) {
            runs = Arrays.copyOf(runs, 2 * runs.length);
        }
        runs[used++] = begin;
        runs[used++] = end;
        runs[used++] = through;
    }

    /// The index of the first run of a row, [#RUN] apart. `height` is allowed: the end of all.
    int firstRun(int row) {
        return firstOfRow[row];
    }

    /// The first column of a run.
    int begin(int run) {
        return runs[run];
    }

    /// One past the last column of a run.
    int end(int run) {
        return runs[run + 1];
    }

    /// How much of what is behind shows through each pixel of a run, 0 to 254 out of 255, or [#MIXED].
    int through(int run) {
        return runs[run + 2];
    }

    /// The first column from which on everything is opaque; `width` if nothing is.
    int opaqueFrom() {
        return opaqueFrom;
    }
}
