package liveroom.bench.fanout;

import dev.onvoid.webrtc.CreateSessionDescriptionObserver;
import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCBundlePolicy;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.RTCDataChannelBuffer;
import dev.onvoid.webrtc.RTCDataChannelInit;
import dev.onvoid.webrtc.RTCDataChannelObserver;
import dev.onvoid.webrtc.RTCDataChannelState;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCOfferOptions;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCRtpTransceiver;
import dev.onvoid.webrtc.RTCRtpTransceiverDirection;
import dev.onvoid.webrtc.RTCRtpTransceiverInit;
import dev.onvoid.webrtc.RTCSdpType;
import dev.onvoid.webrtc.RTCSessionDescription;
import dev.onvoid.webrtc.SetSessionDescriptionObserver;
import dev.onvoid.webrtc.media.audio.AudioDeviceModule;
import dev.onvoid.webrtc.media.audio.AudioLayer;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import dev.onvoid.webrtc.media.audio.CustomAudioSource;
import dev.onvoid.webrtc.media.video.CustomVideoSource;
import dev.onvoid.webrtc.media.video.VideoFrame;
import dev.onvoid.webrtc.media.video.VideoTrack;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import liveroom.bench.chain.Monotonic;

/// One viewer without a browser. On the shared lane it counts messages; on tracks libwebrtc decodes, and it counts
/// pictures.
final class CrowdViewer {
    private static final long PATIENCE_SECONDS = 20;
    private static final long FIRST_PICTURE_SECONDS = 8;
    private static final double UNIX_OFFSET_MILLIS = Monotonic.unixOffsetMillis();
    private static final PeerConnectionFactory FACTORY =
            new PeerConnectionFactory(new AudioDeviceModule(AudioLayer.kDummyAudio));
    private static final VideoTrack NO_PICTURE = FACTORY.createVideoTrack("none", new CustomVideoSource());
    private static final AudioTrack NO_SOUND = FACTORY.createAudioTrack("none", new CustomAudioSource());

    private final RTCPeerConnection natives;
    private final RTCDataChannel control;
    private final CountDownLatch first = new CountDownLatch(1);
    private final MediaCount media = new MediaCount();
    private final TrackCount track;
    private final Lane lane;
    private volatile boolean open;

    CrowdViewer(Lane lane, TrackCount.Marks marks) {
        this.lane = lane;
        track = new TrackCount(marks);
        RTCConfiguration configuration = new RTCConfiguration();
        configuration.bundlePolicy = RTCBundlePolicy.MAX_BUNDLE;
        natives = FACTORY.createPeerConnection(configuration, new Events());
        RTCRtpTransceiverInit receive = new RTCRtpTransceiverInit();
        receive.direction = RTCRtpTransceiverDirection.RECV_ONLY;
        natives.addTransceiver(NO_PICTURE, receive);
        natives.addTransceiver(NO_SOUND, receive);
        control = natives.createDataChannel("control", new RTCDataChannelInit());
        control.registerObserver(new Control());
        if (lane == Lane.SHARED) {
            RTCDataChannelInit init = new RTCDataChannelInit();
            init.ordered = false;
            init.maxPacketLifeTime = 300;
            natives.createDataChannel("media", init).registerObserver(new Media());
        }
    }

    /// Comes in, and waits for the first picture.
    ///
    /// @return whether it has come
    boolean join(Door door) throws Exception {
        CompletableFuture<String> made = new CompletableFuture<>();
        natives.createOffer(new RTCOfferOptions(), new Created(made));
        String offer = made.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        CompletableFuture<Void> local = new CompletableFuture<>();
        natives.setLocalDescription(new RTCSessionDescription(RTCSdpType.OFFER, offer), new Set(local));
        local.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        CompletableFuture<Void> remote = new CompletableFuture<>();
        natives.setRemoteDescription(new RTCSessionDescription(RTCSdpType.ANSWER, door.answer(offer)), new Set(remote));
        remote.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return first.await(FIRST_PICTURE_SECONDS, TimeUnit.SECONDS);
    }

    /// For people.
    String state() {
        return "connection " + natives.getConnectionState() + ", control " + control.getState();
    }

    void leave() {
        natives.close();
    }

    MediaCount media() {
        return media;
    }

    TrackCount track() {
        return track;
    }

    /// Says something on `control`, if that is open.
    void say(String json) {
        if (open) {
            try {
                byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
                ByteBuffer direct = ByteBuffer.allocateDirect(bytes.length).put(bytes);
                control.send(new RTCDataChannelBuffer(direct.flip(), false));
            } catch (Exception cause) {
                throw new IllegalStateException("a viewer cannot report", cause);
            }
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

    private record Set(CompletableFuture<Void> done) implements SetSessionDescriptionObserver {
        @Override
        public void onSuccess() {
            done.complete(null);
        }

        @Override
        public void onFailure(String error) {
            done.completeExceptionally(new IllegalStateException(error));
        }
    }

    private final class Events implements PeerConnectionObserver {
        @Override
        public void onIceCandidate(RTCIceCandidate candidate) {
            // The studio finds this viewer when it calls.
        }

        @Override
        public void onTrack(RTCRtpTransceiver transceiver) {
            if (lane == Lane.TRACK && transceiver.getReceiver().getTrack() instanceof VideoTrack video) {
                video.addSink(this::count);
            }
        }

        /// Nothing may be thrown into the library.
        @SuppressWarnings("CatchingUnchecked")
        private void count(VideoFrame frame) {
            try {
                track.take(frame, Monotonic.millis());
                first.countDown();
                frame.release();
            } catch (RuntimeException | Error e) {
                System.err.println("A picture is not counted: " + e);
            }
        }
    }

    private final class Control implements RTCDataChannelObserver {
        @Override
        public void onBufferedAmountChange(long previousAmount) {
            // of no interest
        }

        @Override
        public void onStateChange() {
            open = control.getState() == RTCDataChannelState.OPEN;
        }

        @Override
        public void onMessage(RTCDataChannelBuffer buffer) {
            // of no interest
        }
    }

    private final class Media implements RTCDataChannelObserver {
        @Override
        public void onBufferedAmountChange(long previousAmount) {
            // of no interest
        }

        @Override
        public void onStateChange() {
            // of no interest
        }

        /// Nothing may be thrown into the library.
        @Override
        @SuppressWarnings("CatchingUnchecked")
        public void onMessage(RTCDataChannelBuffer buffer) {
            try {
                media.take(buffer.data, Monotonic.millis() + UNIX_OFFSET_MILLIS);
                first.countDown();
            } catch (RuntimeException | Error e) {
                System.err.println("A message is not counted: " + e);
            }
        }
    }
}
