package liveroom.transport.peer;

import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.RTCDataChannelBuffer;
import java.nio.ByteBuffer;
import liveroom.transport.shared.Outlet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends on a data channel from the thread `shared-lane`. The library neither waits for the viewer nor says so
/// when a channel is full or has closed: it lets the message go.
final class ChannelOutlet implements Outlet {
    private static final Logger LOG = LoggerFactory.getLogger(ChannelOutlet.class);

    private final RTCDataChannel natives;

    ChannelOutlet(RTCDataChannel natives) {
        this.natives = natives;
    }

    @Override
    public boolean send(ByteBuffer exact) {
        try {
            natives.send(new RTCDataChannelBuffer(exact, true));
            return true;
        } catch (Exception e) {
            LOG.debug("A packet to a viewer was not sent", e);
            return false;
        }
    }

    @Override
    public long bufferedBytes() {
        try {
            return natives.getBufferedAmount();
        } catch (Exception e) {
            LOG.debug("A channel does not tell what waits in it", e);
            return 0;
        }
    }
}
