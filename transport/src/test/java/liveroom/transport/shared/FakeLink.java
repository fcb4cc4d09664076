package liveroom.transport.shared;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import liveroom.transport.rtp.RtpPacket;
import liveroom.transport.rtp.SenderReport;

/// A viewer's channel over a link that carries so many bits and loses so many packets, without a network. Of
/// SCTP there is what matters here: what it carries under loss is bounded by its congestion window (Mathis et
/// al. 1997), which goes up and down; what has waited for 300 ms is given up; and, where that is asked for, a message
/// of which a packet was lost comes when that has been sent again.
final class FakeLink implements Outlet {
    private static final long LIFETIME = 300_000_000L;
    private static final double PACKET_BYTES = 1200;
    private static final double PACKET_BITS = PACKET_BYTES * 8;

    final FakeArrivals arrivals;
    final List<RtpPacket> pictures;
    final List<Long> pictureNanos;
    final List<RtpPacket> sound;
    final List<SenderReport> reports;
    double kbps = 100_000;
    double rttMs = 50;
    double lossPercent;
    /// Waits in the channel beside what was sent.
    long otherBytes;
    boolean broken;
    boolean stalled;
    boolean closed;
    boolean repairs;
    /// If above 0, everything is on its way at once, and what would wait for longer on it is lost: a window larger
    /// than what the way holds.
    double holdsMs;
    int lost;
    /// Messages that came after later ones.
    int overtaken;
    private final SplittableRandom random;
    private final ArrayDeque<Waiting> queue = new ArrayDeque<>();
    private final PriorityQueue<Waiting> underWay =
            new PriorityQueue<>(Comparator.comparingLong(Waiting::dueNanos).thenComparingLong(Waiting::order));
    private final Map<Integer, Integer> latest = new HashMap<>();
    private long bytes;
    long sent;
    private double credit;
    private double swing = 1;
    private long swingNanos;
    private long nowNanos;
    double worstDelayMs;
    long mostBytes;

    private record Waiting(MemorySegment message, long sinceNanos, long dueNanos, long order) {}

    FakeLink() {
        this(new FakeArrivals(), 5);
    }

    /// One of several connections to the same viewer.
    FakeLink(FakeArrivals arrivals, int seed) {
        this.arrivals = arrivals;
        random = new SplittableRandom(seed);
        pictures = arrivals.pictures;
        pictureNanos = arrivals.pictureNanos;
        sound = arrivals.sound;
        reports = arrivals.reports;
    }

    @Override
    public boolean send(ByteBuffer exact) {
        if (closed) {
            return false;
        }
        if (holdsMs > 0 && bytes * 8 / kbps > holdsMs) {
            lost++;
            return true;
        }
        byte[] copy = new byte[exact.capacity()];
        exact.duplicate().get(copy);
        queue.add(new Waiting(MemorySegment.ofArray(copy), nowNanos, 0, sent++));
        bytes += copy.length;
        mostBytes = Math.max(mostBytes, bytes);
        return true;
    }

    @Override
    public long bufferedBytes() {
        if (broken) {
            throw new IllegalStateException("the channel is gone");
        }
        return otherBytes + (holdsMs > 0 ? 0 : bytes);
    }

    /// What goes through at this moment.
    private double throughKbps() {
        if (lossPercent <= 0) {
            return kbps;
        }
        double window = 1.22 * PACKET_BITS / (rttMs * Math.sqrt(lossPercent / 100));
        return Math.min(kbps, window * swing);
    }

    /// The round trip of small packets: they wait where the link is full, not where it loses.
    double pingMs() {
        boolean full = lossPercent <= 0 && !queue.isEmpty();
        return full ? rttMs + Math.min(200, bytes * 8 / kbps) : rttMs;
    }

    /// Carries what it can until `nanos`.
    void carry(long nanos) {
        long passed = nanos - nowNanos;
        nowNanos = nanos;
        if (nanos - swingNanos > 300_000_000L) {
            swingNanos = nanos;
            swing = random.nextDouble(0.4, 1.3);
        }
        if (stalled) {
            return;
        }
        credit += throughKbps() * passed / 8e6;
        while (!queue.isEmpty()) {
            Waiting first = queue.peek();
            if (nanos - first.sinceNanos() > LIFETIME) {
                lost++;
            } else if (credit >= first.message().byteSize()) {
                credit -= first.message().byteSize();
                leave(first, nanos);
            } else {
                arriveUntil(nanos);
                return;
            }
            bytes -= queue.remove().message().byteSize();
        }
        credit = 0; // a link that has nothing to carry saves nothing up
        arriveUntil(nanos);
    }

    private void leave(Waiting waiting, long nanos) {
        double packets = Math.ceil(waiting.message().byteSize() / PACKET_BYTES);
        boolean hurt = repairs && random.nextDouble() > Math.pow(1 - lossPercent / 100, packets);
        double lateMs = hurt ? rttMs * random.nextDouble(1, 2.5) : 0;
        long dueNanos = nanos + (long) (lateMs * 1e6);
        underWay.add(new Waiting(waiting.message(), waiting.sinceNanos(), dueNanos, waiting.order()));
    }

    private void arriveUntil(long nanos) {
        while (!underWay.isEmpty() && underWay.peek().dueNanos() <= nanos) {
            arrive(underWay.remove(), nanos);
        }
    }

    private void arrive(Waiting waiting, long nanos) {
        worstDelayMs = Math.max(worstDelayMs, (nanos - waiting.sinceNanos()) / 1e6);
        MemorySegment message = waiting.message();
        if (!RtpPacket.isRtcp(message)) {
            RtpPacket packet = RtpPacket.read(message).orElseThrow();
            int before = latest.getOrDefault(packet.ssrc(), packet.sequence());
            int ahead = (packet.sequence() - before + 0x8000 & 0xffff) - 0x8000;
            overtaken += ahead < 0 ? 1 : 0;
            latest.put(packet.ssrc(), ahead < 0 ? before : packet.sequence());
        }
        arrivals.take(message, nanos);
    }

    /// The worst delay since this was asked last.
    double takeWorstDelayMs() {
        double worst = worstDelayMs;
        worstDelayMs = 0;
        return worst;
    }

    /// How many were overtaken since this was asked last.
    int takeOvertaken() {
        int taken = overtaken;
        overtaken = 0;
        return taken;
    }

    /// The longest time without a picture that arrived.
    long longestGapMs(long fromNanos, long toNanos) {
        long last = fromNanos;
        long longest = 0;
        for (long at : pictureNanos) {
            if (at > fromNanos && at <= toNanos) {
                longest = Math.max(longest, at - last);
                last = at;
            }
        }
        return Math.max(longest, toNanos - last) / 1_000_000;
    }
}
