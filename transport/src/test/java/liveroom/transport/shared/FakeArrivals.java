package liveroom.transport.shared;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import liveroom.transport.rtp.JoinedParts;
import liveroom.transport.rtp.RtpPacket;
import liveroom.transport.rtp.SenderReport;

/// What a viewer makes of the messages that arrive, by whatever connection.
final class FakeArrivals {
    final List<RtpPacket> pictures = new ArrayList<>();
    final List<Long> pictureNanos = new ArrayList<>();
    final List<RtpPacket> sound = new ArrayList<>();
    final List<SenderReport> reports = new ArrayList<>();
    /// Parts that are sent over several connections alone.
    int parities;
    private final JoinedParts parts = new JoinedParts();
    private final Set<Long> heard = new HashSet<>();

    void take(MemorySegment message, long nanos) {
        if (RtpPacket.isRtcp(message)) {
            reports.add(SenderReport.read(message).orElseThrow());
        } else if (JoinedParts.isPart(message)) {
            parities += JoinedParts.isParity(message) ? 1 : 0;
            parts.take(message).ifPresent(whole -> takePacket(whole, nanos));
        } else {
            JoinedParts.split(message).forEach(each -> takePacket(each, nanos));
        }
    }

    private void takePacket(MemorySegment message, long nanos) {
        RtpPacket packet = RtpPacket.read(message).orElseThrow();
        if (packet.payloadType() == 96) {
            pictures.add(packet);
            pictureNanos.add(nanos);
        } else if (heard.add((long) packet.ssrc() << 32 | (packet.timestamp() & 0xffff_ffffL))) {
            sound.add(packet);
        }
    }
}
