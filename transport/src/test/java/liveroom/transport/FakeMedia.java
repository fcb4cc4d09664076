package liveroom.transport;

import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.RTCDataChannelBuffer;
import dev.onvoid.webrtc.RTCDataChannelObserver;
import java.lang.foreign.MemorySegment;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import liveroom.transport.rtp.JoinedParts;
import liveroom.transport.rtp.RtpPacket;
import liveroom.transport.rtp.SenderReport;
import org.jspecify.annotations.Nullable;

/// A viewer's end of the channel `media`: keeps what arrives.
final class FakeMedia implements AutoCloseable {
    final List<RtpPacket> pictures = new CopyOnWriteArrayList<>();
    final List<RtpPacket> sound = new CopyOnWriteArrayList<>();
    final List<SenderReport> reports = new CopyOnWriteArrayList<>();
    final List<String> odd = new CopyOnWriteArrayList<>();
    /// Parts and redundant packets of sound.
    final AtomicInteger spread = new AtomicInteger();
    private final JoinedParts parts = new JoinedParts();
    private final Set<Integer> heard = new HashSet<>();
    private @Nullable RTCDataChannel natives;

    FakeMedia(@Nullable RTCDataChannel natives) {
        this.natives = natives;
        if (natives != null) {
            hear(natives);
        }
    }

    /// What comes by that channel is taken, too.
    void hear(RTCDataChannel channel) {
        channel.registerObserver(new Events());
    }

    /// What a viewer must never do.
    void send(RTCDataChannelBuffer message) throws Exception {
        Objects.requireNonNull(natives).send(message);
    }

    private synchronized void take(RTCDataChannelBuffer buffer) {
        byte[] bytes = new byte[buffer.data.remaining()];
        buffer.data.get(bytes);
        MemorySegment message = MemorySegment.ofArray(bytes);
        if (!buffer.binary) {
            odd.add("text");
        } else if (RtpPacket.isRtcp(message)) {
            SenderReport.read(message).ifPresentOrElse(reports::add, () -> odd.add("RTCP"));
        } else if (JoinedParts.isPart(message)) {
            spread.incrementAndGet();
            parts.take(message).ifPresent(this::takePacket);
        } else {
            List<MemorySegment> packets = JoinedParts.split(message);
            spread.addAndGet(packets.size() - 1);
            packets.forEach(this::takePacket);
        }
    }

    private void takePacket(MemorySegment message) {
        RtpPacket packet = RtpPacket.read(message).orElse(null);
        if (packet == null) {
            odd.add("neither RTP nor RTCP");
        } else if (packet.payloadType() == 96) {
            pictures.add(packet);
        } else if (heard.add(packet.timestamp())) {
            sound.add(packet);
        }
    }

    @Override
    public void close() {
        RTCDataChannel open = natives;
        natives = null;
        if (open != null) {
            open.unregisterObserver();
            open.close();
            open.dispose();
        }
    }

    private final class Events implements RTCDataChannelObserver {
        @Override
        public void onBufferedAmountChange(long previousAmount) {
            // of no interest
        }

        @Override
        public void onStateChange() {
            // of no interest
        }

        @Override
        public void onMessage(RTCDataChannelBuffer buffer) {
            take(buffer);
        }
    }
}
