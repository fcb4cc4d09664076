package liveroom.transport;

import dev.onvoid.webrtc.CreateSessionDescriptionObserver;
import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCBundlePolicy;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCDataChannelInit;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCOfferOptions;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCPeerConnectionState;
import dev.onvoid.webrtc.RTCRtpTransceiver;
import dev.onvoid.webrtc.RTCRtpTransceiverDirection;
import dev.onvoid.webrtc.RTCRtpTransceiverInit;
import dev.onvoid.webrtc.RTCSdpType;
import dev.onvoid.webrtc.RTCSessionDescription;
import dev.onvoid.webrtc.RTCStats;
import dev.onvoid.webrtc.RTCStatsType;
import dev.onvoid.webrtc.SetSessionDescriptionObserver;
import dev.onvoid.webrtc.media.MediaStreamTrack;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import dev.onvoid.webrtc.media.audio.CustomAudioSource;
import dev.onvoid.webrtc.media.video.CustomVideoSource;
import dev.onvoid.webrtc.media.video.VideoFrame;
import dev.onvoid.webrtc.media.video.VideoTrack;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import liveroom.transport.peer.OtherComputer;
import org.jspecify.annotations.Nullable;

/// A viewer without a browser: libwebrtc's other end, which counts what arrives.
final class FakeViewer implements AutoCloseable {
    /// One for the process, never disposed, as is the library's wish.
    static final PeerConnectionFactory FACTORY = OtherComputer.factory();

    private static final VideoTrack NO_PICTURE = FACTORY.createVideoTrack("none", new CustomVideoSource());
    private static final AudioTrack NO_SOUND = FACTORY.createAudioTrack("none", new CustomAudioSource());

    final RTCPeerConnection natives;
    private final Media wish;
    final AtomicInteger pictures = new AtomicInteger();
    final List<String> streams = new CopyOnWriteArrayList<>();
    final FakeChannel control;
    final FakeChannel chat;
    final FakeMedia media;
    String resource = "";
    String etag = "";
    /// What the studio said of its tracks when it let the viewer in.
    String tracks = "";
    private final List<RTCIceCandidate> candidates = new CopyOnWriteArrayList<>();
    private volatile RTCPeerConnectionState state = RTCPeerConnectionState.NEW;
    private @Nullable WhepClient whep;

    FakeViewer() {
        this(Media.NOT_OPENED);
    }

    FakeViewer(Media wish) {
        RTCConfiguration configuration = new RTCConfiguration();
        this.wish = wish;
        configuration.bundlePolicy = wish == Media.APART ? RTCBundlePolicy.BALANCED : RTCBundlePolicy.MAX_BUNDLE;
        natives = FACTORY.createPeerConnection(configuration, new Events());
        RTCRtpTransceiverInit receive = new RTCRtpTransceiverInit();
        receive.direction = RTCRtpTransceiverDirection.RECV_ONLY;
        natives.addTransceiver(NO_PICTURE, receive);
        natives.addTransceiver(NO_SOUND, receive);
        control = new FakeChannel(natives.createDataChannel("control", new RTCDataChannelInit()));
        chat = new FakeChannel(natives.createDataChannel("chat", new RTCDataChannelInit()));
        media = new FakeMedia(wish != Media.NOT_OPENED ? natives.createDataChannel("media", unordered()) : null);
    }

    /// Whether a viewer can be served on the shared lane.
    enum Media {
        OPENED,
        /// And all data go by a transport of their own.
        APART,
        NOT_OPENED
    }

    private static RTCDataChannelInit unordered() {
        RTCDataChannelInit init = new RTCDataChannelInit();
        init.ordered = false;
        init.maxRetransmits = 1;
        return init;
    }

    /// Makes an offer and sets it; gathering begins.
    String offer() throws Exception {
        return offer(new RTCOfferOptions());
    }

    private String offer(RTCOfferOptions options) throws Exception {
        CompletableFuture<String> made = new CompletableFuture<>();
        natives.createOffer(options, new Created(made));
        String bundled = made.get(20, TimeUnit.SECONDS);
        String sdp = wish == Media.APART ? Sdp.dataApart(bundled) : bundled;
        set(RTCSdpType.OFFER, sdp);
        return sdp;
    }

    void answered(String sdp) throws Exception {
        set(RTCSdpType.ANSWER, sdp);
    }

    private void set(RTCSdpType type, String sdp) throws Exception {
        CompletableFuture<String> set = new CompletableFuture<>();
        SetSessionDescriptionObserver outcome = new SetSessionDescriptionObserver() {
            @Override
            public void onSuccess() {
                set.complete("");
            }

            @Override
            public void onFailure(String error) {
                set.completeExceptionally(new IllegalStateException(error));
            }
        };
        RTCSessionDescription description = new RTCSessionDescription(type, sdp);
        if (type == RTCSdpType.OFFER) {
            natives.setLocalDescription(description, outcome);
        } else {
            natives.setRemoteDescription(description, outcome);
        }
        set.get(20, TimeUnit.SECONDS);
    }

    void join(WhepClient client) throws Exception {
        join(client, UnaryOperator.identity());
    }

    /// Comes in by WHEP, without candidates of its own in the offer.
    ///
    /// @param answerEdit what becomes of the answer before it is used
    void join(WhepClient client, UnaryOperator<String> answerEdit) throws Exception {
        admitted(client, client.offer(offer()), answerEdit);
    }

    /// Comes in as the page of one browser, from behind a proxy.
    void join(WhepClient client, String token, String address) throws Exception {
        admitted(client, client.offer(offer(), token, address), UnaryOperator.identity());
    }

    private void admitted(WhepClient client, HttpResponse<String> response, UnaryOperator<String> answerEdit)
            throws Exception {
        if (response.statusCode() != 201) {
            throw new IllegalStateException(response.statusCode() + " " + response.body());
        }
        whep = client;
        resource = response.headers().firstValue("Location").orElseThrow();
        etag = response.headers().firstValue("ETag").orElseThrow();
        tracks = response.headers().firstValue("Liveroom-Tracks").orElseThrow();
        answered(answerEdit.apply(response.body()));
    }

    /// A new ICE generation, by PATCH.
    void restartIce(WhepClient client, UnaryOperator<String> answerEdit) throws Exception {
        RTCOfferOptions options = new RTCOfferOptions();
        options.iceRestart = true;
        String before = natives.getRemoteDescription().sdp;
        String sdp = offer(options);
        HttpResponse<String> response = client.patch(resource, etag, Sdp.fragment(sdp));
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response.statusCode() + " " + response.body());
        }
        etag = response.headers().firstValue("ETag").orElseThrow();
        answered(answerEdit.apply(Sdp.restarted(before, response.body())));
    }

    List<String> candidates() {
        return candidates.stream().map(candidate -> candidate.sdp).toList();
    }

    boolean isConnected() {
        return state == RTCPeerConnectionState.CONNECTED;
    }

    boolean isEnded() {
        return state == RTCPeerConnectionState.CLOSED
                || state == RTCPeerConnectionState.FAILED
                || state == RTCPeerConnectionState.DISCONNECTED
                || control.isClosed();
    }

    void awaitPictures() {
        int before = pictures.get();
        Await.until("ten pictures", () -> pictures.get() >= before + 10);
    }

    /// The sum of an attribute over what is received of one kind.
    double received(String kind, String attribute) throws Exception {
        CompletableFuture<Double> sum = new CompletableFuture<>();
        natives.getStats(report -> {
            double total = 0;
            for (RTCStats stats : report.getStats().values()) {
                if (stats.getType() == RTCStatsType.INBOUND_RTP
                        && kind.equals(stats.getAttributes().get("kind"))
                        && stats.getAttributes().get(attribute) instanceof Number number) {
                    total += number.doubleValue();
                }
            }
            sum.complete(total);
        });
        return sum.get(20, TimeUnit.SECONDS);
    }

    /// Leaves as a closed tab does: by DELETE, and by ending the connection.
    void leave() throws Exception {
        if (whep != null) {
            whep.delete(resource);
        }
        close();
    }

    @Override
    public void close() {
        control.close();
        chat.close();
        media.close();
        natives.close();
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

    private final class Events implements PeerConnectionObserver {
        @Override
        public void onIceCandidate(RTCIceCandidate candidate) {
            candidates.add(candidate);
        }

        @Override
        public void onConnectionChange(RTCPeerConnectionState newState) {
            state = newState;
        }

        @Override
        public void onTrack(RTCRtpTransceiver transceiver) {
            MediaStreamTrack track = transceiver.getReceiver().getTrack();
            if (track instanceof VideoTrack video) {
                video.addSink(this::count);
            }
        }

        private void count(VideoFrame frame) {
            pictures.incrementAndGet();
            frame.release();
        }
    }
}
