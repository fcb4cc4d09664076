package liveroom.transport.peer;

import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCIceGatheringState;
import dev.onvoid.webrtc.RTCPeerConnectionState;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import liveroom.transport.peer.PeerListener.Connectivity;
import org.jspecify.annotations.Nullable;

/// Carries the library's events from its own thread to the room's executor.
final class PeerEvents implements PeerConnectionObserver {
    /// Emptied at the end: the library keeps its observer for as long as the process lives.
    private volatile @Nullable Peer peer;
    private final Executor room;

    PeerEvents(Peer peer, Executor room) {
        this.peer = peer;
        this.room = room;
    }

    void end() {
        peer = null;
    }

    @Override
    public void onConnectionChange(RTCPeerConnectionState state) {
        Connectivity connectivity = switch (state) {
            case NEW, CONNECTING -> Connectivity.CONNECTING;
            case CONNECTED -> Connectivity.CONNECTED;
            case DISCONNECTED -> Connectivity.DISCONNECTED;
            case FAILED -> Connectivity.FAILED;
            case CLOSED -> Connectivity.CLOSED;
        };
        post(each -> each.connectivityChanged(connectivity));
    }

    @Override
    public void onIceGatheringChange(RTCIceGatheringState state) {
        post(each -> each.gatheringChanged(state));
    }

    @Override
    public void onIceCandidate(RTCIceCandidate candidate) {
        String mid = candidate.sdpMid;
        post(each -> each.candidateFound(mid));
    }

    @Override
    public void onDataChannel(RTCDataChannel channel) {
        Callbacks.run(() -> room.execute(() -> {
            Peer present = peer;
            if (present == null) {
                Channel.refuse(channel);
            } else {
                present.channelArrived(channel);
            }
        }));
    }

    private void post(Consumer<Peer> event) {
        Callbacks.run(() -> room.execute(() -> {
            Peer present = peer;
            if (present != null) {
                event.accept(present);
            }
        }));
    }
}
