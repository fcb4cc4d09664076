package liveroom.transport.shared;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import liveroom.transport.rtp.RtpPacket;
import liveroom.transport.rtp.SenderReport;

/// A viewer's channel over a link that carries so many bits and loses so many packets, without a network. Of
/// SCTP there is what matters here: what it carries under loss is bounded by its congestion window (Mathis et
/// al. 1997), which goes up and down; and what has waited for 300 ms is given up.
final class FakeLink implements Outlet {
    private static final long LIFETIME = 300_000_000L;
    private static final double PACKET_BITS = 1200 * 8;

    final List<RtpPacket> pictures = new ArrayList<>();
    final List<Long> pictureNanos = new ArrayList<>();
    final List<RtpPacket> sound = new ArrayList<>();
    final List<SenderReport> reports = new ArrayList<>();
    double kbps = 100_000;
    double rttMs = 50;
    double lossPercent;
    boolean stalled;
    boolean closed;
    int lost;
    private final SplittableRandom random = new SplittableRandom(5);
    private final ArrayDeque<Waiting> queue = new ArrayDeque<>();
    private long bytes;
    private double credit;
    private double swing = 1;
    private long swingNanos;
    private long nowNanos;
    double worstDelayMs;
    long mostBytes;

    private record Waiting(MemorySegment message, long sinceNanos) {}

    @Override
    public boolean send(ByteBuffer exact) {
        if (closed) {
            return false;
        }
        byte[] copy = new byte[exact.capacity()];
        exact.duplicate().get(copy);
        queue.add(new Waiting(MemorySegment.ofArray(copy), nowNanos));
        bytes += copy.length;
        mostBytes = Math.max(mostBytes, bytes);
        return true;
    }

    @Override
    public long bufferedBytes() {
        return bytes;
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
                arrive(first, nanos);
            } else {
                return;
            }
            bytes -= queue.remove().message().byteSize();
        }
        credit = 0; // a link that has nothing to carry saves nothing up
    }

    private void arrive(Waiting waiting, long nanos) {
        worstDelayMs = Math.max(worstDelayMs, (nanos - waiting.sinceNanos()) / 1e6);
        MemorySegment message = waiting.message();
        if (RtpPacket.isRtcp(message)) {
            reports.add(SenderReport.read(message).orElseThrow());
            return;
        }
        RtpPacket packet = RtpPacket.read(message).orElseThrow();
        if (packet.payloadType() == 96) {
            pictures.add(packet);
            pictureNanos.add(nanos);
        } else {
            sound.add(packet);
        }
    }

    /// The worst delay since this was asked last.
    double takeWorstDelayMs() {
        double worst = worstDelayMs;
        worstDelayMs = 0;
        return worst;
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
