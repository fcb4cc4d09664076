package liveroom.transport;

import java.util.function.LongSupplier;

/// Keeps one viewer's messages within bounds: a burst is taken, then a steady rate, and who goes on sending garbage or
/// far too much has to leave. Confined to the thread `room`.
final class Discipline {
    private static final double MESSAGES_PER_SECOND = 20;
    private static final double MESSAGE_BURST = 60;
    private static final double SAYINGS_PER_SECOND = 0.7;
    private static final double SAYING_BURST = 5;
    private static final int MAX_GARBAGE = 20;
    private static final int MAX_EXCESS = 2000;

    private final Bucket messages;
    private final Bucket sayings;
    private int garbage;
    private int excess;

    Discipline(LongSupplier nanos) {
        messages = new Bucket(MESSAGES_PER_SECOND, MESSAGE_BURST, nanos);
        sayings = new Bucket(SAYINGS_PER_SECOND, SAYING_BURST, nanos);
    }

    /// Whether the next message is to be read at all.
    boolean takesMessage() {
        if (messages.take()) {
            return true;
        }
        excess++;
        return false;
    }

    /// Whether the next saying is to be taken.
    boolean takesSaying() {
        return sayings.take();
    }

    /// How long until a saying would be taken.
    long retryMillis() {
        return sayings.waitMillis();
    }

    void garbage() {
        garbage++;
    }

    void lost(int count) {
        excess = (int) Math.min((long) excess + count, Integer.MAX_VALUE);
    }

    boolean isOver() {
        return garbage > MAX_GARBAGE || excess > MAX_EXCESS;
    }

    private static final class Bucket {
        private final double perSecond;
        private final double burst;
        private final LongSupplier nanos;
        private double tokens;
        private long filledNanos;

        Bucket(double perSecond, double burst, LongSupplier nanos) {
            this.perSecond = perSecond;
            this.burst = burst;
            this.nanos = nanos;
            tokens = burst;
            filledNanos = nanos.getAsLong();
        }

        boolean take() {
            long now = nanos.getAsLong();
            tokens = Math.min(burst, tokens + (now - filledNanos) * 1e-9 * perSecond);
            filledNanos = now;
            if (tokens < 1) {
                return false;
            }
            tokens--;
            return true;
        }

        long waitMillis() {
            return Math.max(1, Math.round(Math.ceil((1 - tokens) / perSecond * 1000)));
        }
    }
}
