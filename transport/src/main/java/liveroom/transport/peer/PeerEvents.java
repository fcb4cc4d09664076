package liveroom.transport.peer;

import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCIceGatheringState;
import dev.onvoid.webrtc.RTCPeerConnectionState;
import liveroom.transport.peer.PeerListener.Connectivity;

/// Carries the library's events from its own thread to the room's executor.
final class PeerEvents implements PeerConnectionObserver {
    private final Peer peer;

    PeerEvents(Peer peer) {
        this.peer = peer;
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
        post(() -> peer.connectivityChanged(connectivity));
    }

    @Override
    public void onIceGatheringChange(RTCIceGatheringState state) {
        post(() -> peer.gatheringChanged(state));
    }

    @Override
    public void onIceCandidate(RTCIceCandidate candidate) {
        // the answer holds them all
    }

    @Override
    public void onDataChannel(RTCDataChannel channel) {
        post(() -> peer.channelArrived(channel));
    }

    private void post(Runnable event) {
        Callbacks.run(() -> peer.room().execute(event));
    }
}
