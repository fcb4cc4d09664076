package liveroom.bench.fanout;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCPeerConnection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The connections that one viewer of a crowd has beside its first. The studio asks for each by a number, over the
/// channel `control`. All of it happens on one thread, which is all viewers'.
final class CrowdStripes implements AutoCloseable {
    private static final ExecutorService WORK = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("stripes").daemon().factory());
    private static final int MOST = 3;

    private final PeerConnectionFactory factory;
    private final MediaCount media;
    private final Consumer<String> say;
    private final Map<Integer, Stripe> stripes = new HashMap<>();
    private boolean closed;

    private record Stripe(RTCPeerConnection natives, RTCDataChannel media) {}

    private static final class NoEvents implements PeerConnectionObserver {
        @Override
        public void onIceCandidate(RTCIceCandidate candidate) {
            // The studio finds this viewer when it calls.
        }
    }

    /// @param media counts what comes
    /// @param say tells the studio something, on `control`
    CrowdStripes(PeerConnectionFactory factory, MediaCount media, Consumer<String> say) {
        this.factory = factory;
        this.media = media;
        this.say = say;
    }

    /// Takes a message of `control`; most are of no concern.
    void told(String json) {
        JsonNode message = JsonMapper.shared().readTree(json);
        int id = message.path("id").asInt(0);
        switch (message.path("type").asString("")) {
            case "stripe" -> WORK.execute(() -> want(id));
            case "stripe-answer" ->
                WORK.execute(() -> answered(id, message.path("sdp").asString("")));
            case "stripe-over" -> WORK.execute(() -> over(id));
            default -> {}
        }
    }

    private void want(int id) {
        if (closed || stripes.containsKey(id)) {
            return;
        }
        if (stripes.size() >= MOST) {
            say.accept(message("stripe-over", id).toString());
            return;
        }
        RTCPeerConnection natives = factory.createPeerConnection(new RTCConfiguration(), new NoEvents());
        stripes.put(id, new Stripe(natives, new MediaTap(media, id, () -> {}).open(natives)));
        try {
            String offer = Negotiation.offer(natives);
            say.accept(message("stripe-offer", id).put("sdp", offer).toString());
        } catch (Exception cause) {
            failed(id, cause);
        }
    }

    private void answered(int id, String sdp) {
        Stripe stripe = stripes.get(id);
        try {
            if (stripe != null) {
                Negotiation.answered(stripe.natives, sdp);
            }
        } catch (Exception cause) {
            failed(id, cause);
        }
    }

    private void failed(int id, Exception cause) {
        System.err.println("A further connection cannot be made: " + cause);
        over(id);
        say.accept(message("stripe-over", id).toString());
    }

    private void over(int id) {
        Stripe stripe = stripes.remove(id);
        if (stripe != null) {
            stripe.media.unregisterObserver();
            stripe.natives.close();
        }
    }

    private static ObjectNode message(String type, int id) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("v", 1)
                .put("type", type)
                .put("id", id);
    }

    /// Closes all, and opens no more.
    @Override
    public void close() {
        WORK.execute(() -> {
            closed = true;
            List.copyOf(stripes.keySet()).forEach(this::over);
        });
    }
}
