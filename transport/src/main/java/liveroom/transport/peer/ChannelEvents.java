package liveroom.transport.peer;

import dev.onvoid.webrtc.RTCDataChannelBuffer;
import dev.onvoid.webrtc.RTCDataChannelObserver;
import org.jspecify.annotations.Nullable;

/// Hears the library's events of one data channel.
final class ChannelEvents implements RTCDataChannelObserver {
    /// Emptied at the end: the library keeps its observer for as long as the process lives.
    private volatile @Nullable Channel channel;

    ChannelEvents(Channel channel) {
        this.channel = channel;
    }

    void end() {
        channel = null;
    }

    @Override
    public void onBufferedAmountChange(long previousAmount) {
        // asked for when sending
    }

    @Override
    public void onStateChange() {
        Channel present = channel;
        if (present != null) {
            Callbacks.run(present::stateMayHaveChanged);
        }
    }

    @Override
    public void onMessage(RTCDataChannelBuffer buffer) {
        Channel present = channel;
        if (present != null) {
            Callbacks.run(() -> present.receive(buffer));
        }
    }
}
