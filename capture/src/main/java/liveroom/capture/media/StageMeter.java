package liveroom.capture.media;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/// Counts what a stage does and keeps the times of its last items. Written by the stage's thread, read from any;
/// writing allocates nothing.
public final class StageMeter {
    private static final int WINDOW = 256;

    private final LongAdder in = new LongAdder();
    private final LongAdder out = new LongAdder();
    private final LongAdder dropped = new LongAdder();
    private final AtomicLongArray itemNanos = new AtomicLongArray(WINDOW);
    private volatile long items;

    public void entered() {
        in.increment();
    }

    /// One item left the stage after `nanos` of work on it. Called on the stage's thread only.
    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
    public void left(long nanos) {
        out.increment();
        itemNanos.set((int) (items % WINDOW), nanos);
        items++;
    }

    public void dropped() {
        dropped.increment();
    }

    public StageStats stats() {
        int count = (int) Math.min(items, WINDOW);
        if (count == 0) {
            return new StageStats(in.sum(), out.sum(), dropped.sum(), 0, 0);
        }
        long[] sorted = new long[count];
        for (int i = 0; i < count; i++) {
            sorted[i] = itemNanos.get(i);
        }
        Arrays.sort(sorted);
        return new StageStats(in.sum(), out.sum(), dropped.sum(), sorted[count / 2], sorted[count * 95 / 100]);
    }
}
