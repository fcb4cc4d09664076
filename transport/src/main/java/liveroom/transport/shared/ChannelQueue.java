package liveroom.transport.shared;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What waits for one viewer: in its channel, or in one on each of its connections if it has further ones. Then every
/// picture is cut into parts with their parity, of which each goes over another connection, and what is lost on one of
/// them is not missed. Confined to the thread `shared-lane`.
final class ChannelQueue {
    /// Keyframes and bursts are larger than their share; they have this long to leave.
    private static final long GRACE_NANOS = 400_000_000L;
    /// Over how long what goes through is averaged at least: short, to tell what is so now.
    private static final long SPAN_NANOS = 120_000_000L;
    /// What went before is of another time.
    private static final long LONGEST_SPAN_NANOS = 1_000_000_000L;
    private static final int REMEMBERED = 16;
    /// From so long a round trip on, what cannot leave at once waits longer than it takes to cut it.
    private static final double FAR_MILLIS = 10;

    /// The first is that of the viewer's own connection, and stays.
    private final List<Stripe> stripes = new ArrayList<>();

    private final long[] askedNanos = new long[REMEMBERED];
    private final long[] leftBytes = new long[REMEMBERED];
    private int asked;
    private boolean far;
    private boolean partsKnown;
    private int sent;
    private long graceBytes;
    private long graceNanos;

    ChannelQueue(Outlet outlet) {
        stripes.add(new Stripe(outlet));
    }

    /// One more connection.
    void add(Outlet outlet) {
        stripes.add(new Stripe(outlet));
        asked = 0;
    }

    /// That connection is used no more.
    void remove(Outlet outlet) {
        asked = stripes.removeIf(stripe -> stripe.outlet.equals(outlet)) ? 0 : asked;
    }

    /// The round trip of the first connection.
    void roundTrip(double millis) {
        far = millis >= FAR_MILLIS;
    }

    /// The viewer has shown that it puts parts together.
    void knowsParts() {
        partsKnown = true;
    }

    /// How many there are.
    int connections() {
        return stripes.size();
    }

    /// Sends a message over as many connections as are open.
    ///
    /// @param limitBytes that may wait: a connection in which its share of them waits is left out
    /// @return `false` if it could not be sent
    boolean send(Message message, long limitBytes, long nowNanos) {
        int open = openOnes();
        Spread spread = open > 1 || (far && partsKnown && open == 1) ? message.over(open) : null;
        if (spread == null) {
            return sendWhole(message);
        }
        long share = open == 1 ? Long.MAX_VALUE : (limitBytes + graceLeft(nowNanos)) / (open - 1);
        boolean taken = false;
        int turn = message.sequence();
        for (ByteBuffer each : spread.each()) {
            Stripe stripe = openOne(turn++ % open);
            if (stripe != null && (spread.each().size() == 1 || stripe.holdsAtMost(share))) {
                taken |= send(stripe, each);
            }
        }
        return taken;
    }

    private boolean sendWhole(Message message) {
        for (Stripe stripe : stripes) {
            if (send(stripe, message.exact())) {
                return true;
            }
        }
        return false;
    }

    private boolean send(Stripe stripe, ByteBuffer each) {
        boolean taken = stripe.send(each);
        sent += taken ? 1 : 0;
        return taken;
    }

    /// How many messages were sent since this was asked last.
    int takeSent() {
        int taken = sent;
        sent = 0;
        return taken;
    }

    private int openOnes() {
        int open = 0;
        for (Stripe stripe : stripes) {
            open += stripe.isOpen() ? 1 : 0;
        }
        return open;
    }

    private @Nullable Stripe openOne(int place) {
        int left = place;
        for (Stripe stripe : stripes) {
            if (stripe.isOpen() && left-- == 0) {
                return stripe;
            }
        }
        return null;
    }

    /// More waits for a while than should, and rightly so.
    void allow(int bytes, long nowNanos) {
        graceBytes = graceLeft(nowNanos) + bytes;
        graceNanos = nowNanos;
    }

    /// Whether no more waits than `limitBytes`, and what was allowed beyond.
    boolean isWithin(long limitBytes, long nowNanos) {
        long limit = limitBytes + graceLeft(nowNanos);
        return waitingBytes() <= limit || ask(nowNanos) <= limit;
    }

    /// What waits, asked anew.
    long ask(long nowNanos) {
        long left = 0;
        for (Stripe stripe : stripes) {
            stripe.ask();
            left += stripe.leftBytes();
        }
        int slot = asked++ % REMEMBERED;
        askedNanos[slot] = nowNanos;
        leftBytes[slot] = left;
        return waitingBytes();
    }

    /// What a viewer waits for: the parity stands in for the connection in which most waits.
    private long waitingBytes() {
        long most = 0;
        for (Stripe stripe : stripes) {
            most = Math.max(most, stripe.pendingBytes());
        }
        return stripes.size() == 1 ? most : pendingBytes() - most;
    }

    /// What waited when the channels were last asked, and what was sent since.
    long pendingBytes() {
        long sum = 0;
        for (Stripe stripe : stripes) {
            sum += stripe.pendingBytes();
        }
        return sum;
    }

    /// What went through of late, by the latest askings; 0 if they are too few.
    double throughKbps() {
        int newest = asked - 1;
        for (int back = newest - 1; back >= 0 && newest - back < REMEMBERED; back--) {
            long nanos = askedNanos[newest % REMEMBERED] - askedNanos[back % REMEMBERED];
            if (nanos > LONGEST_SPAN_NANOS) {
                return 0;
            }
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
