package liveroom.transport.peer;

import dev.onvoid.webrtc.SetSessionDescriptionObserver;
import java.util.concurrent.CompletableFuture;

/// Whether a description could be set.
final class SetOutcome implements SetSessionDescriptionObserver {
    final CompletableFuture<Void> future = new CompletableFuture<>();

    @Override
    public void onSuccess() {
        Callbacks.run(() -> future.complete(null));
    }

    @Override
    public void onFailure(String error) {
        Callbacks.run(() -> future.completeExceptionally(new IllegalStateException(error)));
    }
}
