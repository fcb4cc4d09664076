package liveroom.transport.shared;

import java.util.Arrays;

/// When a viewer was sent its latest pictures of one rung. Confined to the thread `shared-lane`.
final class SentTimes {
    private static final int REMEMBERED = 64;
    private static final int NONE = -1;

    private final int[] sequences = new int[REMEMBERED];
    private final long[] sentNanos = new long[REMEMBERED];

    SentTimes() {
        clear();
    }

    void note(int sequence, long nowNanos) {
        sequences[sequence % REMEMBERED] = sequence;
        sentNanos[sequence % REMEMBERED] = nowNanos;
    }

    /// How long ago a picture was sent; not a number if that is not remembered.
    double agoMillis(int sequence, long nowNanos) {
        int slot = Math.floorMod(sequence, REMEMBERED);
        return sequences[slot] == sequence ? (nowNanos - sentNanos[slot]) / 1e6 : Double.NaN;
    }

    /// Another rung begins.
    void clear() {
        Arrays.fill(sequences, NONE);
    }
}
