package liveroom.bench.fanout;

import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCBundlePolicy;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.RTCDataChannelBuffer;
import dev.onvoid.webrtc.RTCDataChannelInit;
import dev.onvoid.webrtc.RTCDataChannelObserver;
import dev.onvoid.webrtc.RTCDataChannelState;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCRtpTransceiver;
import dev.onvoid.webrtc.RTCRtpTransceiverDirection;
import dev.onvoid.webrtc.RTCRtpTransceiverInit;
import dev.onvoid.webrtc.media.video.VideoFrame;
import dev.onvoid.webrtc.media.video.VideoTrack;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import liveroom.bench.chain.Monotonic;

/// One viewer without a browser. On the shared lane it counts messages, on as many connections as it is asked to open;
/// on tracks libwebrtc decodes, and it counts pictures.
final class CrowdViewer {
    private static final long FIRST_PICTURE_SECONDS = 8;
    private final RTCPeerConnection natives;
    private final RTCDataChannel control;
    private final CountDownLatch first = new CountDownLatch(1);
    private final MediaCount media = new MediaCount();
    private final CrowdStripes stripes;
    private final TrackCount track;
    private final Lane lane;
    private volatile boolean open;

    CrowdViewer(CrowdBrowser browser, Lane lane, TrackCount.Marks marks) {
        this.lane = lane;
        stripes = new CrowdStripes(browser.natives(), media, this::say);
        track = new TrackCount(marks);
        RTCConfiguration configuration = new RTCConfiguration();
        configuration.bundlePolicy = RTCBundlePolicy.BALANCED;
        natives = browser.natives().createPeerConnection(configuration, new Events());
        RTCRtpTransceiverInit receive = new RTCRtpTransceiverInit();
        receive.direction = RTCRtpTransceiverDirection.RECV_ONLY;
        natives.addTransceiver(browser.noPicture(), receive);
        natives.addTransceiver(browser.noSound(), receive);
        control = natives.createDataChannel("control", new RTCDataChannelInit());
        control.registerObserver(new Control());
        if (lane == Lane.SHARED) {
            new MediaTap(media, 0, first::countDown).open(natives);
        }
    }

    /// What became of a viewer who came.
    enum Joining {
        SERVED,
        NOT_LET_IN,
        NO_PICTURE
    }

    /// Comes in, and waits for the first picture.
    Joining join(Door door) throws Exception {
        String offer = Negotiation.offer(natives);
        Optional<String> answer = door.answer(
                switch (lane) {
                    case SHARED -> Negotiation.withDataApart(offer);
                    case TRACK -> offer;
                });
        if (answer.isEmpty()) {
            return Joining.NOT_LET_IN;
        }
        Negotiation.answered(natives, answer.get());
        return first.await(FIRST_PICTURE_SECONDS, TimeUnit.SECONDS) ? Joining.SERVED : Joining.NO_PICTURE;
    }

    /// For people.
    String state() {
        return "connection " + natives.getConnectionState() + ", control " + control.getState();
    }

    void leave() {
        stripes.close();
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

    private final class Events implements PeerConnectionObserver {
        @Override
        public void onIceCandidate(RTCIceCandidate candidate) {
            // The studio finds this viewer when it calls.
        }

        @Override
        public void onTrack(RTCRtpTransceiver transceiver) {
            if (transceiver.getReceiver().getTrack() instanceof VideoTrack video) {
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

        /// Nothing may be thrown into the library.
        @Override
        @SuppressWarnings("CatchingUnchecked")
        public void onMessage(RTCDataChannelBuffer buffer) {
            try {
                stripes.told(StandardCharsets.UTF_8.decode(buffer.data).toString());
            } catch (RuntimeException | Error e) {
                System.err.println("A message of the studio is not understood: " + e);
            }
        }
    }
}
