package liveroom.transport;

import dev.onvoid.webrtc.CreateSessionDescriptionObserver;
import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCDataChannelInit;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCOfferOptions;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCSdpType;
import dev.onvoid.webrtc.RTCSessionDescription;
import dev.onvoid.webrtc.SetSessionDescriptionObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/// A viewer's end of one further connection. What comes by it is its viewer's.
final class FakeStripe implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;
    private static final int MOST = 3;

    final int id;
    private final FakeViewer viewer;
    private final RTCPeerConnection natives;

    /// Has made no offer yet.
    FakeStripe(FakeViewer viewer, int id) {
        this.viewer = viewer;
        this.id = id;
        natives = FakeViewer.FACTORY.createPeerConnection(new RTCConfiguration(), new NoEvents());
        RTCDataChannelInit init = new RTCDataChannelInit();
        init.ordered = false;
        init.maxRetransmits = 1;
        viewer.media.hear(natives.createDataChannel("media", init));
    }

    /// Reports loss, and is asked for as many further connections as a viewer may have.
    static List<FakeStripe> asked(FakeViewer viewer) throws Exception {
        return asked(viewer, MOST);
    }

    /// Reports loss, and is asked for so many.
    static List<FakeStripe> asked(FakeViewer viewer, int count) throws Exception {
        // A round trip that a busy machine has made long holds the question up.
        for (int tries = 0; wanted(viewer).size() < count && tries < 100; tries++) {
            reportLoss(viewer);
        }
        List<FakeStripe> stripes = new ArrayList<>();
        wanted(viewer).forEach(id -> stripes.add(new FakeStripe(viewer, id)));
        if (stripes.size() != count) {
            throw new AssertionError("asked for " + stripes.size());
        }
        return stripes;
    }

    static void reportLoss(FakeViewer viewer) throws Exception {
        viewer.control.send("{\"v\":1,\"type\":\"report\",\"lane\":\"shared\",\"overtaken\":5}");
        Await.pause();
        Await.pause();
    }

    /// The numbers of those that are not over.
    static List<Integer> wanted(FakeViewer viewer) {
        List<Integer> over = numbers(viewer, "stripe-over");
        return numbers(viewer, "stripe").stream()
                .filter(id -> !over.contains(id))
                .toList();
    }

    private static List<Integer> numbers(FakeViewer viewer, String type) {
        return viewer.control.all(type).stream()
                .map(message -> message.path("id").asInt())
                .toList();
    }

    /// Offers it, and takes the answer.
    FakeStripe open() throws Exception {
        CompletableFuture<String> made = new CompletableFuture<>();
        natives.createOffer(new RTCOfferOptions(), new Created(made));
        String offer = made.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        set(RTCSdpType.OFFER, offer);
        offer(viewer, id, offer);
        Await.until("an answer", () -> answer() != null);
        set(RTCSdpType.ANSWER, String.valueOf(answer()));
        return this;
    }

    static void offer(FakeViewer viewer, int id, String sdp) throws Exception {
        viewer.control.send("{\"v\":1,\"type\":\"stripe-offer\",\"id\":" + id + ",\"sdp\":"
                + JsonMapper.shared().writeValueAsString(sdp) + "}");
    }

    @org.jspecify.annotations.Nullable
    private String answer() {
        return viewer.control.all("stripe-answer").stream()
                .filter(message -> message.path("id").asInt() == id)
                .map(message -> message.path("sdp").asString())
                .findFirst()
                .orElse(null);
    }

    private void set(RTCSdpType type, String sdp) throws Exception {
        CompletableFuture<String> set = new CompletableFuture<>();
        RTCSessionDescription description = new RTCSessionDescription(type, sdp);
        if (type == RTCSdpType.OFFER) {
            natives.setLocalDescription(description, new Outcome(set));
        } else {
            natives.setRemoteDescription(description, new Outcome(set));
        }
        set.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        natives.close();
    }

    private static final class NoEvents implements PeerConnectionObserver {
        @Override
        public void onIceCandidate(RTCIceCandidate candidate) {
            // The studio finds this viewer when it calls.
        }
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
