package liveroom.bench.fanout;

import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.RTCDataChannelBuffer;
import dev.onvoid.webrtc.RTCDataChannelInit;
import dev.onvoid.webrtc.RTCDataChannelObserver;
import dev.onvoid.webrtc.RTCPeerConnection;
import liveroom.bench.chain.Monotonic;

/// Counts what comes by one channel `media`.
///
/// @param connection number of the viewer's connection; 0 is its first
/// @param heard called after each message
record MediaTap(MediaCount media, int connection, Runnable heard) implements RTCDataChannelObserver {
    private static final double UNIX_OFFSET_MILLIS = Monotonic.unixOffsetMillis();
    private static final int MOST_RESENDS = 1;

    /// Has a connection that is yet to be offered carry such a channel.
    RTCDataChannel open(RTCPeerConnection natives) {
        RTCDataChannelInit init = new RTCDataChannelInit();
        init.ordered = false;
        init.maxRetransmits = MOST_RESENDS;
        RTCDataChannel channel = natives.createDataChannel("media", init);
        channel.registerObserver(this);
        return channel;
    }

    @Override
    public void onBufferedAmountChange(long previousAmount) {
        // of no interest
    }

    @Override
    public void onStateChange() {
        // of no interest
    }

    /// Nothing may be thrown into the library.
    @Override
    @SuppressWarnings("CatchingUnchecked")
    public void onMessage(RTCDataChannelBuffer buffer) {
        try {
            media.take(buffer.data, connection, Monotonic.millis() + UNIX_OFFSET_MILLIS);
            heard.run();
        } catch (RuntimeException | Error e) {
            System.err.println("A message is not counted: " + e);
        }
    }
}
