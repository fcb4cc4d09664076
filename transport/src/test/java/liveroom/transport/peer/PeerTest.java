package liveroom.transport.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.RTCDataChannelInit;
import dev.onvoid.webrtc.RTCPeerConnection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import liveroom.capture.media.StudioClock;
import liveroom.transport.sdp.Offer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// One connection, without a room around it.
final class PeerTest {
    private static final String OFFER = "v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\na=group:BUNDLE 0\r\n"
            + "m=audio 9 UDP/TLS/RTP/SAVPF 111\r\nc=IN IP4 0.0.0.0\r\na=mid:0\r\na=ice-ufrag:abcd\r\n"
            + "a=ice-pwd:abcdefghijklmnopqrstuvwx\r\na=fingerprint:sha-256 " + "AA:".repeat(31) + "AA\r\n"
            + "a=setup:actpass\r\na=recvonly\r\na=rtcp-mux\r\na=rtpmap:111 opus/48000/2\r\n";

    private final ExecutorService room = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("room").daemon().factory());
    private final PeerFactory factory = new PeerFactory(StudioClock.SYSTEM, new PeerSettings(List.of(), 500, 30));
    private RTCPeerConnection other;
    private Peer peer;

    @BeforeEach
    void open() throws Exception {
        other = factory.natives.createPeerConnection(new RTCConfiguration(), _ -> {});
        peer = onRoom(() -> factory.open(room, new Nobody()));
    }

    @AfterEach
    void close() throws Exception {
        onRoom(() -> {
            peer.close();
            return true;
        });
        other.close();
        room.shutdownNow();
        factory.close();
    }

    private <T> T onRoom(Callable<T> work) throws Exception {
        return room.submit(work).get(20, TimeUnit.SECONDS);
    }

    private RTCDataChannel channel() {
        return other.createDataChannel("chat", new RTCDataChannelInit());
    }

    @Test
    void close_whenAChannelFails_endsTheOtherAndTheConnection() throws Exception {
        RTCDataChannel broken = channel();
        RTCDataChannel sound = channel();
        onRoom(() -> {
            peer.channelArrived(broken);
            peer.channelArrived(sound);
            broken.dispose();
            peer.close();
            return true;
        });

        assertThat(factory.program.lane.viewers()).isZero();
        assertDisposed(sound);
    }

    @Test
    void answer_ofAnOffer_isMadeOnTheRoomsThread() throws Exception {
        assertThat(answeredOn(OFFER)).isEqualTo("answered on room");
    }

    @Test
    void answer_ofAnOfferThatTheLibraryRefuses_failsOnTheRoomsThread() throws Exception {
        for (int i = 0; i < 50; i++) { // the library may be so quick that its thread is not seen
            assertThat(answeredOn(OFFER.replace("BUNDLE 0", "BUNDLE 0 9"))).isEqualTo("failed on room");
            assertThat(onRoom(peer::negotiating)).isFalse();
        }
    }

    private String answeredOn(String sdp) throws Exception {
        Offer offer = Offer.parse(sdp);
        return onRoom(() -> peer.answer(offer)
                        .handle((_, failure) -> (failure == null ? "answered on " : "failed on ")
                                + Thread.currentThread().getName()))
                .get(20, TimeUnit.SECONDS);
    }

    @Test
    void channel_thatArrivesAfterTheEnd_isDisposed() throws Exception {
        RTCDataChannel late = channel();
        PeerEvents events = new PeerEvents(peer, room);
        events.end();
        events.onDataChannel(late);
        onRoom(() -> true);
        assertDisposed(late);
    }

    private static void assertDisposed(RTCDataChannel channel) {
        assertThatThrownBy(channel::getState).isInstanceOf(NullPointerException.class);
    }

    private static final class Nobody implements PeerListener {
        @Override
        public void connectivityChanged(Connectivity connectivity) {}

        @Override
        public void channelOpened(Channel channel) {}

        @Override
        public void channelClosed(Channel channel) {}

        @Override
        public void messageArrived(Channel channel, String text, long receivedUnixNanos) {}

        @Override
        public void garbageArrived() {}

        @Override
        public void messagesLost(int count) {}
    }
}
