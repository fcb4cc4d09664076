package liveroom.transport.peer;

import dev.onvoid.webrtc.CreateSessionDescriptionObserver;
import dev.onvoid.webrtc.RTCSessionDescription;
import java.util.concurrent.CompletableFuture;

/// The description that was made, or why not.
final class CreateOutcome implements CreateSessionDescriptionObserver {
    final CompletableFuture<String> future = new CompletableFuture<>();

    @Override
    public void onSuccess(RTCSessionDescription description) {
        Callbacks.run(() -> future.complete(description.sdp));
    }

    @Override
    public void onFailure(String error) {
        Callbacks.run(() -> future.completeExceptionally(new IllegalStateException(error)));
    }
}
