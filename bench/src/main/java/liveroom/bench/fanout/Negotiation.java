package liveroom.bench.fanout;

import dev.onvoid.webrtc.CreateSessionDescriptionObserver;
import dev.onvoid.webrtc.RTCOfferOptions;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCSdpType;
import dev.onvoid.webrtc.RTCSessionDescription;
import dev.onvoid.webrtc.SetSessionDescriptionObserver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Offers a connection and takes the answer, waiting for the library meanwhile. Not to be used in its callbacks.
final class Negotiation {
    private static final long PATIENCE_SECONDS = 20;

    private Negotiation() {}

    /// Makes an offer without candidates: the studio finds a viewer when that calls.
    static String offer(RTCPeerConnection natives) throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<String> made = new CompletableFuture<>();
        natives.createOffer(new RTCOfferOptions(), new Created(made));
        String offer = made.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        CompletableFuture<String> set = new CompletableFuture<>();
        natives.setLocalDescription(new RTCSessionDescription(RTCSdpType.OFFER, offer), new Outcome(set));
        set.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return offer;
    }

    /// Takes data, the last section, out of the bundle, as the page does for the shared lane.
    static String withDataApart(String offer) {
        return offer.replaceFirst("(a=group:BUNDLE .*) \\S+", "$1");
    }

    static void answered(RTCPeerConnection natives, String answer)
            throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<String> set = new CompletableFuture<>();
        natives.setRemoteDescription(new RTCSessionDescription(RTCSdpType.ANSWER, answer), new Outcome(set));
        set.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private record Created(CompletableFuture<String> made) implements CreateSessionDescriptionObserver {
        @Override
        public void onSuccess(RTCSessionDescription description) {
            made.complete(description.sdp);
        }

        @Override
        public void onFailure(String error) {
            made.completeExceptionally(new IllegalStateException(error));
        }
    }

    private record Outcome(CompletableFuture<String> set) implements SetSessionDescriptionObserver {
        @Override
        public void onSuccess() {
            set.complete("");
        }

        @Override
        public void onFailure(String error) {
            set.completeExceptionally(new IllegalStateException(error));
        }
    }
}
