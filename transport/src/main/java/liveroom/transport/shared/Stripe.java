package liveroom.transport.shared;

import java.nio.ByteBuffer;

/// One of a viewer's connections, and what waits in its channel. Confined to the thread `shared-lane`.
///
/// The channel is asked only when it may hold too much, since asking costs as much as sending; between two
/// askings the amount is taken for what it can be at most.
final class Stripe {
    final Outlet outlet;
    private long sentBytes;
    private long pendingBytes;
    private boolean open = true;

    Stripe(Outlet outlet) {
        this.outlet = outlet;
    }

    /// Whether the channel still took the last message.
    boolean isOpen() {
        return open;
    }

    /// Returns `false` if the channel is open no more.
    boolean send(ByteBuffer exact) {
        open = open && outlet.send(exact);
        if (open) {
            sentBytes += exact.capacity();
            pendingBytes += exact.capacity();
        }
        return open;
    }

    /// Asks what waits.
    void ask() {
        if (open) {
            pendingBytes = outlet.bufferedBytes();
        }
    }

    boolean holdsAtMost(long bytes) {
        if (pendingBytes > bytes) {
            ask();
        }
        return pendingBytes <= bytes;
    }

    /// What waited when the channel was last asked, and what was sent since; nothing if it is closed.
    long pendingBytes() {
        return open ? pendingBytes : 0;
    }

    /// What has left, as last asked.
    long leftBytes() {
        return sentBytes - pendingBytes;
    }
}
