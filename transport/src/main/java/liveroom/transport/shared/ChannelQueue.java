package liveroom.transport.shared;

/// What waits in one viewer's channel. Confined to the thread `shared-lane`.
///
/// The channel is asked only when it may hold too much, since asking costs as much as sending; between two
/// askings the amount is taken for what it can be at most.
final class ChannelQueue {
    /// Keyframes and bursts are larger than their share; they have this long to leave.
    private static final long GRACE_NANOS = 400_000_000L;
    /// Over how long what goes through is averaged at least: short, to tell what is so now.
    private static final long SPAN_NANOS = 120_000_000L;
    private static final int REMEMBERED = 16;

    private final Outlet outlet;
    private final long[] askedNanos = new long[REMEMBERED];
    private final long[] leftBytes = new long[REMEMBERED];
    private int asked;
    private long sentBytes;
    private long pendingBytes;
    private long graceBytes;
    private long graceNanos;
    private boolean open = true;

    ChannelQueue(Outlet outlet) {
        this.outlet = outlet;
    }

    /// Whether the channel still took the last message.
    boolean isOpen() {
        return open;
    }

    /// Returns `false` if the channel is open no more.
    boolean send(Message message) {
        open = open && outlet.send(message.exact());
        if (open) {
            sentBytes += message.bytes();
            pendingBytes += message.bytes();
        }
        return open;
    }

    /// More waits for a while than should, and rightly so.
    void allow(int bytes, long nowNanos) {
        graceBytes = graceLeft(nowNanos) + bytes;
        graceNanos = nowNanos;
    }

    /// Whether no more waits than `limitBytes`, and what was allowed beyond.
    boolean isWithin(long limitBytes, long nowNanos) {
        long limit = limitBytes + graceLeft(nowNanos);
        return pendingBytes <= limit || ask(nowNanos) <= limit;
    }

    /// What waits, asked anew.
    long ask(long nowNanos) {
        if (!open) {
            return 0;
        }
        pendingBytes = outlet.bufferedBytes();
        int slot = asked++ % REMEMBERED;
        askedNanos[slot] = nowNanos;
        leftBytes[slot] = sentBytes - pendingBytes;
        return pendingBytes;
    }

    /// What waited when the channel was last asked, and what was sent since.
    long pendingBytes() {
        return pendingBytes;
    }

    /// What went through of late, by the latest askings; 0 if they are too few.
    double throughKbps() {
        int newest = asked - 1;
        for (int back = newest - 1; back >= 0 && newest - back < REMEMBERED; back--) {
            long nanos = askedNanos[newest % REMEMBERED] - askedNanos[back % REMEMBERED];
            if (nanos >= SPAN_NANOS) {
                long bytes = leftBytes[newest % REMEMBERED] - leftBytes[back % REMEMBERED];
                return bytes * (double) Byte.SIZE * 1e6 / nanos;
            }
        }
        return 0;
    }

    private long graceLeft(long nowNanos) {
        double left = 1 - (nowNanos - graceNanos) / (double) GRACE_NANOS;
        return left <= 0 ? 0 : (long) (graceBytes * Math.min(1, left));
    }
}
