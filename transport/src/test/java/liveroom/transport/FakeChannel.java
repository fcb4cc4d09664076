package liveroom.transport;

import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.RTCDataChannelBuffer;
import dev.onvoid.webrtc.RTCDataChannelObserver;
import dev.onvoid.webrtc.RTCDataChannelState;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A viewer's end of a data channel: keeps what arrives.
final class FakeChannel implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final RTCDataChannel natives;
    private final List<JsonNode> arrived = new CopyOnWriteArrayList<>();
    private volatile RTCDataChannelState state = RTCDataChannelState.CONNECTING;

    FakeChannel(RTCDataChannel natives) {
        this.natives = natives;
        natives.registerObserver(new RTCDataChannelObserver() {
            @Override
            public void onBufferedAmountChange(long previousAmount) {
                // of no interest
            }

            @Override
            public void onStateChange() {
                state = natives.getState();
            }

            @Override
            public void onMessage(RTCDataChannelBuffer buffer) {
                arrived.add(
                        JSON.readTree(StandardCharsets.UTF_8.decode(buffer.data).toString()));
            }
        });
    }

    boolean isClosed() {
        return state == RTCDataChannelState.CLOSED || state == RTCDataChannelState.CLOSING;
    }

    void send(String text) throws Exception {
        send(text.getBytes(StandardCharsets.UTF_8), false);
    }

    void send(byte[] bytes, boolean binary) throws Exception {
        Await.until("an open channel", () -> state == RTCDataChannelState.OPEN || isClosed());
        ByteBuffer exact = ByteBuffer.allocateDirect(bytes.length);
        exact.put(bytes).flip();
        natives.send(new RTCDataChannelBuffer(exact, binary));
    }

    List<JsonNode> all(String type) {
        return arrived.stream()
                .filter(message -> type.equals(message.path("type").asString("")))
                .toList();
    }

    /// The first message of a type, when it has come.
    JsonNode first(String type) {
        return nth(type, 1);
    }

    JsonNode nth(String type, int n) {
        Await.until("message " + n + " of type " + type, () -> all(type).size() >= n);
        return all(type).get(n - 1);
    }

    @Override
    public void close() {
        natives.unregisterObserver();
        natives.close();
        natives.dispose();
    }
}
